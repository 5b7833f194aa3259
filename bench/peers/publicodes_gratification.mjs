// One gratification by publicodes and modele-social, timed: node publicodes_gratification.mjs FOLDER ROUNDS
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, rounds] = [process.argv[2], Number(process.argv[3])];
const start = performance.now();
const require = createRequire(join(folder, "package.json"));
const Engine = require("publicodes").default;
const rules = require("modele-social").default ?? require("modele-social");
const quiet = { log() {}, warn() {}, error() {} };
const engine = new Engine(rules, { logger: quiet });

// Its minimum is a monthly one: it takes no hours.
function answer() {
  engine.setSituation({ "salarié . contrat": "'stage'", date: "01/02/2026" });
  return engine.evaluate("salarié . contrat . stage . gratification minimale").nodeValue;
}

const amount = answer();
const first = (performance.now() - start) / 1000;
const times = [];
for (let round = 0; round < rounds; round += 1) {
  const begin = performance.now();
  answer();
  times.push((performance.now() - begin) / 1000);
}
times.sort((one, other) => one - other);
console.log(JSON.stringify({ amount, first, warm: times[Math.floor(rounds / 2)] }));
