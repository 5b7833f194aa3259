// Three years of apprenticeship then of professionalisation, month by month, by publicodes and modele-social.
// node publicodes_months.mjs FOLDER ROUNDS
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, rounds] = [process.argv[2], Number(process.argv[3])];
const start = performance.now();
const require = createRequire(join(folder, "package.json"));
const Engine = require("publicodes").default;
const rules = require("modele-social").default ?? require("modele-social");
const quiet = { log() {}, warn() {}, error() {} };
const engine = new Engine(rules, { logger: quiet });

// Born on 15 March 2005, contract from 1 September 2025: 21 from April 2026, as the law counts.
const months = Array.from({ length: 36 }, (_, at) => [2025 + Math.floor((8 + at) / 12), ((8 + at) % 12) + 1]);
const two = (number) => String(number).padStart(2, "0");
const older = ([year, month]) => year > 2026 || (year === 2026 && month >= 4);

function net(contract, age, minimum, [year, month]) {
  const situation = {
    "salarié . contrat": contract,
    "salarié . contrat . date d'embauche": "01/09/2025",
    "salarié . cotisations . prévoyances . santé . montant": "0 €/mois",
    date: `01/${two(month)}/${year}`,
    ...age,
  };
  engine.setSituation(situation);
  const gross = engine.evaluate(minimum).nodeValue;
  engine.setSituation({ ...situation, "salarié . contrat . salaire brut": `${gross} €/mois` });
  return engine.evaluate("salarié . rémunération . net . à payer avant impôt").nodeValue;
}

function answer() {
  return months.map((at) => [
    net("'apprentissage'", { "salarié . contrat . apprentissage . âge": older(at) ? "'de 21 à 25'" : "'de 18 à 20'" },
      "salarié . contrat . apprentissage . rémunération minimale", at),
    net("'professionnalisation'", {
      "salarié . contrat . professionnalisation . âge": older(at) ? "'de 21 à 25'" : "'moins de 21'",
      "salarié . contrat . professionnalisation . formation": "'bac ou plus'",
    }, "salarié . contrat . professionnalisation . rémunération minimale", at),
  ]);
}

const found = answer();
const first = (performance.now() - start) / 1000;
const times = [];
for (let round = 0; round < rounds; round += 1) {
  const begin = performance.now();
  answer();
  times.push((performance.now() - begin) / 1000);
}
times.sort((one, other) => one - other);
console.log(JSON.stringify({ amount: found[10][0], first, warm: times[Math.floor(rounds / 2)] }));
