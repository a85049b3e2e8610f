"""Works out the golden sites' coefficients, shortfalls and attainment again, in exact fractions, from the tables alone and from the rules'
text (教督〔2012〕3号, 教督〔2017〕6号), without the program. Writes <site>/expected/coefficients.csv, shortfalls.csv and, for
tests/hundred-schools, attainment.csv, which the tests compare with the program's own results. Run: python3 tests/sites/exact.py
"""
import csv, re, sys
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 50
HERE = Path(__file__).parent
COMMON = HERE.parent.parent / "data" / "common"
STAGES = {"211": ["primary"], "218": ["primary"], "219": ["primary"], "311": ["junior"], "312": ["primary", "junior"], "319": ["junior"], "321": ["junior"],
          "341": ["junior", "senior"], "345": ["primary", "junior", "senior"], "514": ["primary", "junior"]}
WEIGHT = {"primary": Fraction(1), "junior": Fraction(11, 10), "senior": Fraction(132, 100)}
MIN_SCHOOLS = 3  # fewer are not comparable
MISSING = ("", "x", "c")


def rows(path):
    if path.is_dir():
        return [row for part in sorted(path.iterdir()) for row in rows(part)]
    return list(csv.DictReader(path.open(encoding="utf-8"))) if path.exists() else []


def scheme_table(site, scheme, name):
    own = site / "data" / "schemes" / scheme / name
    return rows(own if own.exists() else COMMON / "schemes" / scheme / name)


def cell(row, column):
    """A number, or the mark that stands in its place ('' blank, z, x, c); z where the type lacks the column's stage."""
    text = row.get(column, "")
    stage = column.rsplit("_", 1)[-1]
    if text == "" and stage in WEIGHT and stage not in STAGES[row["type"]]:
        return "z"
    return text if text in ("", "z", "x", "c") else Fraction(text)


def number(school, column):
    """The school's number with the rows that are counted with it: a row to which it does not apply adds nothing, a blank one makes it unknown."""
    total = "z"
    for value in (cell(row, column) for row in [school, *school["merged"]]):
        if value in MISSING:
            return value
        if value != "z":
            total = value if total == "z" else total + value
    return total


def stages(school):
    return {stage for row in [school, *school["merged"]] for stage in STAGES[row["type"]]}


def whole(school, columns):
    total = Fraction(0)
    for value in (number(school, c) for c in columns):
        if isinstance(value, str):
            return value
        total += value
    return total


def amount(school, indicator, stage):
    total = Fraction(0)
    for sign, column, factor in re.findall(r"([+-]?)\s*([a-z_{}]+)\s*(?:\*\s*(\d+))?", indicator["numerator"]):
        value = number(school, column.replace("{stage}", stage))
        if isinstance(value, str):
            return value
        total += value * int(factor or 1) * (-1 if sign == "-" else 1)
    if indicator["split"] == "yes" and len(stages(school)) > 1:  # rules.md §1.5: by pupils times weight
        shares = {s: number(school, "pupils_" + s) for s in WEIGHT if s in stages(school)}
        unknown = [p for p in shares.values() if isinstance(p, str)]
        if unknown:
            return unknown[0]
        total *= shares[stage] * WEIGHT[stage] / sum(shares[s] * WEIGHT[s] for s in shares)
    return total


def per(school, indicator, stage):
    pupils = number(school, "pupils_" + stage)
    return pupils if isinstance(pupils, str) else pupils / (100 if indicator["per"].endswith("/100") else 1)


def outside(school, scheme, standards):
    """2012: no teaching points, special or vocational schools, private ones, ones that another government or (for standards) an enterprise
    runs; 2017: private schools count, teaching points from 50 pupils on."""
    kind, sponsor = school["type"], school["sponsor"]
    if kind.startswith("51") or kind in ("321", "329"):
        return True
    if scheme == "quality-2017":
        pupils = whole(school, ["pupils_" + s for s in stages(school)])
        return kind == "218" and not isinstance(pupils, str) and pupils < 50
    others = ("地方企业", "事业单位", "部队")
    return kind == "218" or sponsor in ("民办", "中外合作办", "中央") or sponsor[:2] in ("省级", "地级") or (standards and sponsor in others)


def scope(schools, scheme, stage, excluded, standards=False):
    """Schools that count in a stage: those with pupils, and those whose pupils are not known."""
    for school in schools:
        if stage in stages(school) and not outside(school, scheme, standards) and (school["school"], stage, scheme) not in excluded:
            pupils = number(school, "pupils_" + stage)
            if isinstance(pupils, str) or pupils > 0:
                yield school


def counted(rows_of_release):
    """The schools in order of county and code, each with the rows that are counted with it: 不计校数 rows, no teaching points."""
    apart = [r for r in rows_of_release if r.get("hosted_by") and r["type"] != "218"]
    own = [dict(r, merged=[a for a in apart if a["hosted_by"] == r["school"]]) for r in rows_of_release if r not in apart]
    return sorted(own, key=lambda s: (s["place"], s["school"]))


def path_up(site, place):
    parents = {p["code"]: p["parent"] for p in rows(site / "data" / "places.csv")}
    while place:
        yield place
        place = parents.get(place, "000000" if place != "000000" else "")


def standard_of(standards, path, indicator, stage, day):
    """The most specific place's, then the latest that holds on the day."""
    for place in path:
        found = [s for s in standards if s["indicator"] == indicator and s["stage"] == stage and s["place"] == place and s["from"] <= day and day <= (s["until"] or "9999")]
        if found:
            return max(found, key=lambda s: s["from"])
    return None


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def printed(value):
    return format(+value, ".20f") if isinstance(value, Decimal) else format(decimal(value), ".20f")


def coefficient(pairs):
    total, enrolment = sum(x for x, _ in pairs), sum(p for _, p in pairs)
    mean = total / enrolment
    variance = sum(p / enrolment * (x / p - mean) ** 2 for x, p in pairs)
    deviation = decimal(variance).sqrt()
    return mean, deviation / decimal(mean), deviation


def attained(school, scheme, stage, indicators, standards):
    """2012: every standard; 2017: six of seven, the other one at its floor. A missing value decides nothing."""
    met, missed, open_ = [], [], []
    for indicator in indicators:
        standard = standards.get(indicator["indicator"])
        x, p = amount(school, indicator, stage), per(school, indicator, stage)
        mark = next((m for m in (x, p) if isinstance(m, str)), None)
        if standard is None or mark == "z":
            continue
        if mark is not None:
            open_.append(indicator["indicator"])
        elif x >= Fraction(standard["value"]) * p:
            met.append(indicator["indicator"])
        else:
            missed.append((indicator["indicator"], not standard["floor"] or x >= Fraction(standard["value"]) * Fraction(standard["floor"]) * p))
    forgiven = max(0, len(met) + len(missed) + len(open_) - 6 if scheme == "quality-2017" else 0)
    failing = len(missed) > forgiven or any(not floor for _, floor in missed)
    outcome = "NotApplicable" if not met and not missed and not open_ else "NotReported" if open_ else "NotMet" if failing else "Met"
    return outcome, met, [m for m, _ in missed], open_


def main():
    for settings in [*sorted(HERE.glob("*/data/settings.yaml")), HERE.parent / "hundred-schools" / "data" / "settings.yaml"]:
        site = settings.parent.parent
        hundred = site.name == "hundred-schools"
        coefficients, shortfalls, attainment = [], [], []
        for release in sorted((site / "data" / "releases").iterdir()):
            table = release / "schools.csv" if (release / "schools.csv").exists() else release / "schools"
            everyone = counted(rows(table))
            excluded = {(e["school"], e["stage"], e["scheme"]) for e in rows(release / "exclusions.csv")}
            yaml = (release / "release.yaml").read_text(encoding="utf-8")
            day = re.search(r"statistics_date: (\S+)", yaml)
            schemes = re.search(r"schemes: \[(.*)\]", yaml).group(1).split(", ")
            for scheme, county in ((s, c) for s in schemes for c in sorted({s["place"] for s in everyone})):
                schools = [s for s in everyone if s["place"] == county]
                indicators = scheme_table(site, scheme, "indicators.csv")
                table, path = scheme_table(site, scheme, "standards.csv"), list(path_up(site, county))
                for stage in ("primary", "junior"):
                    standards = {i["indicator"]: standard_of(table, path, i["indicator"], stage, day.group(1)) for i in indicators} if day else {}
                    for school in scope(schools, scheme, stage, excluded, standards=True):
                        for indicator in indicators:
                            standard = standards.get(indicator["indicator"])
                            x, p = amount(school, indicator, stage), per(school, indicator, stage)
                            if standard is None or isinstance(x, str) or isinstance(p, str):
                                continue
                            lack = max(Fraction(0), Fraction(standard["value"]) * p - x)
                            shortfalls.append([release.name, school["school"], scheme, stage, indicator["indicator"], printed(x / p), printed(lack)])
                        outcome, *lists = attained(school, scheme, stage, indicators, standards)
                        attainment.append([release.name, school["school"], scheme, stage, outcome, *(" ".join(names) for names in lists)])
                    inside = list(scope(schools, scheme, stage, excluded))
                    if len(inside) < MIN_SCHOOLS:
                        continue
                    found = []
                    for indicator in (i for i in indicators if i["use"] != "standard"):
                        pairs = [(amount(s, indicator, stage), per(s, indicator, stage)) for s in inside]
                        known = [(x, p) for x, p in pairs if not isinstance(x, str) and not isinstance(p, str)]
                        missing = sum(1 for x, p in pairs if (x if isinstance(x, str) else p) in MISSING)
                        mean, cv, deviation = coefficient(known)
                        found.append(cv)
                        coefficients.append([release.name, county, scheme, stage, indicator["indicator"], len(known), missing, printed(mean), printed(cv), printed(deviation)])
                    if scheme != "quality-2017":  # the 2017 rule limits each single coefficient and has no composite
                        coefficients.append([release.name, county, scheme, stage, "composite", "", "", "", printed(sum(found) / len(found)), ""])
        if not coefficients:
            continue
        expected = site / "expected"
        expected.mkdir(exist_ok=True)
        write(expected / "coefficients.csv", "release,place,scheme,stage,indicator,schools,missing,mean,coefficient,deviation", coefficients)
        if shortfalls:
            write(expected / "shortfalls.csv", "release,school,scheme,stage,indicator,value,shortfall", shortfalls)
        if hundred:
            write(expected / "attainment.csv", "release,school,scheme,stage,outcome,met,missed,not_reported", attainment)


def write(path, header, lines):
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(header + "\n")
        file.writelines(",".join(map(str, line)) + "\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
