"""Works out the golden sites' coefficients and shortfalls again, in exact fractions, from the tables alone and from the rules' text
(教督〔2012〕3号, 教督〔2017〕6号), without the program. Writes <site>/expected/coefficients.csv and shortfalls.csv, which the tests
compare with the program's own results. Run: python3 tests/sites/exact.py
"""
import csv, re, sys
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 50
HERE = Path(__file__).parent
COMMON = HERE.parent.parent / "data" / "common"
STAGES = {"211": ["primary"], "218": ["primary"], "312": ["primary", "junior"], "341": ["junior", "senior"]}
WEIGHT = {"primary": Fraction(1), "junior": Fraction(11, 10), "senior": Fraction(132, 100)}
MIN_SCHOOLS = 3  # fewer are not comparable


def rows(path):
    return list(csv.DictReader(path.open(encoding="utf-8"))) if path.exists() else []


def scheme_table(site, scheme, name):
    own = site / "data" / "schemes" / scheme / name
    return rows(own if own.exists() else COMMON / "schemes" / scheme / name)


def number(school, column):
    """A number, or the mark that stands in its place ('' blank, z, x, c)."""
    text = school.get(column, "")
    return text if text in ("", "z", "x", "c") else Fraction(text)


def amount(school, indicator, stage):
    total = Fraction(0)
    for sign, column, factor in re.findall(r"([+-]?)\s*([a-z_{}]+)\s*(?:\*\s*(\d+))?", indicator["numerator"]):
        value = number(school, column.replace("{stage}", stage))
        if isinstance(value, str):
            return value
        total += value * int(factor or 1) * (-1 if sign == "-" else 1)
    stages = STAGES[school["type"]]
    if indicator["split"] == "yes" and len(stages) > 1:  # rules.md §1.5: by pupils times weight
        shares = {s: number(school, "pupils_" + s) * WEIGHT[s] for s in stages}
        total *= shares[stage] / sum(shares.values())
    return total


def per(school, indicator, stage):
    pupils = number(school, "pupils_" + stage)
    return pupils if isinstance(pupils, str) else pupils / (100 if indicator["per"].endswith("/100") else 1)


def counts(school, scheme, stage):
    """2012: neither teaching points nor private schools; 2017: private schools too, teaching points from 50 pupils on."""
    if stage not in STAGES[school["type"]]:
        return False
    if scheme == "quality-2017":
        return school["type"] != "218" or number(school, "pupils_primary") >= 50
    return school["type"] != "218" and school["sponsor"] != "民办"


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def printed(value):
    return format(+value, ".20f") if isinstance(value, Decimal) else format(decimal(value), ".20f")


def coefficient(pairs):
    total, enrolment = sum(x for x, _ in pairs), sum(p for _, p in pairs)
    mean = total / enrolment
    variance = sum(p / enrolment * (x / p - mean) ** 2 for x, p in pairs)
    return mean, decimal(variance).sqrt() / decimal(mean)


def main():
    for settings in sorted(HERE.glob("*/data/settings.yaml")):
        site = settings.parent.parent
        coefficients, shortfalls = [], []
        for release in sorted((site / "data" / "releases").iterdir()):
            schools = rows(release / "schools.csv")
            schemes = re.search(r"schemes: \[(.*)\]", (release / "release.yaml").read_text(encoding="utf-8")).group(1).split(", ")
            for scheme in schemes:
                indicators = scheme_table(site, scheme, "indicators.csv")
                standards = {(s["indicator"], s["stage"]): Fraction(s["value"]) for s in scheme_table(site, scheme, "standards.csv")}
                for stage in ("primary", "junior"):
                    scope = [s for s in schools if counts(s, scheme, stage)]
                    for school in scope:
                        for indicator in indicators:
                            standard = standards.get((indicator["indicator"], stage))
                            x, p = amount(school, indicator, stage), per(school, indicator, stage)
                            if standard is None or isinstance(x, str) or isinstance(p, str):
                                continue
                            lack = max(Fraction(0), standard * p - x)
                            shortfalls.append([release.name, school["school"], scheme, stage, indicator["indicator"], printed(x / p), printed(lack)])
                    if len(scope) < MIN_SCHOOLS:
                        continue
                    found = []
                    for indicator in indicators:
                        pairs = [(amount(s, indicator, stage), per(s, indicator, stage)) for s in scope]
                        known = [(x, p) for x, p in pairs if not isinstance(x, str) and not isinstance(p, str)]
                        missing = sum(1 for x, p in pairs if x in ("", "x", "c") or p in ("", "x", "c"))
                        mean, cv = coefficient(known)
                        found.append(cv)
                        coefficients.append([release.name, schools[0]["place"], scheme, stage, indicator["indicator"], len(known), missing, printed(mean), printed(cv)])
                    if scheme != "quality-2017":  # the 2017 rule limits each single coefficient and has no composite
                        coefficients.append([release.name, schools[0]["place"], scheme, stage, "composite", "", "", "", printed(sum(found) / len(found))])
        if not coefficients:
            continue
        expected = site / "expected"
        expected.mkdir(exist_ok=True)
        write(expected / "coefficients.csv", "release,place,scheme,stage,indicator,schools,missing,mean,coefficient", coefficients)
        if shortfalls:
            write(expected / "shortfalls.csv", "release,school,scheme,stage,indicator,value,shortfall", shortfalls)


def write(path, header, lines):
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(header + "\n")
        file.writelines(",".join(map(str, line)) + "\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
