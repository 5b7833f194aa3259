"""One gratification by OpenFisca-France, timed; run by its own interpreter, never by ours."""

import json
import statistics
import sys
import time

MONTH, HOURS = "2026-02", 140


def main(rounds: int) -> None:
    start = time.perf_counter()
    from openfisca_core.simulation_builder import SimulationBuilder
    from openfisca_france import FranceTaxBenefitSystem

    system = FranceTaxBenefitSystem()

    def answer() -> float:
        situation = {
            "individus": {"alice": {"stage_duree_heures": {MONTH: HOURS}}},
            "menages": {"one": {"personne_de_reference": ["alice"]}},
            "foyers_fiscaux": {"one": {"declarants": ["alice"]}},
            "familles": {"one": {"parents": ["alice"]}},
        }
        simulation = SimulationBuilder().build_from_entities(system, situation)
        return float(simulation.calculate("stage_gratification", MONTH)[0])

    amount = answer()
    first = time.perf_counter() - start
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        answer()
        times.append(time.perf_counter() - begin)
    print(json.dumps({"amount": round(amount, 2), "first": first, "warm": statistics.median(times)}))


main(int(sys.argv[1]))
