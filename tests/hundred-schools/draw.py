"""Draws the invented counties of tests/hundred-schools/data: through-schools of all kinds, rows that another school counts, teaching
points, schools left out by rule and by decision, blanks and marks of every kind. Seeded: the same bytes again. The numbers that follow
from these tables are worked out by tests/sites/exact.py, not here. Run: python3 tests/hundred-schools/draw.py
"""
import random
from pathlib import Path

HERE = Path(__file__).parent / "data"
RANDOM = random.Random(20230901)
STAGES = {"211": "p", "218": "p", "219": "p", "311": "j", "312": "pj", "319": "j", "321": "j", "341": "js", "345": "pjs", "514": "pj"}
NAMES = {"p": "primary", "j": "junior", "s": "senior"}
COLUMNS = ["teaching_area", "indoor_sports_area", "sports_area", "equipment", "computers", "books", "multimedia_rooms", "laboratories", "bandwidth"]
STAFF = ["teachers", "teachers_above", "teachers_mid", "teachers_backbone", "teachers_arts_sports"]
HEADER = ["school", "name", "place", "township", "type", "urban_rural", "sponsor", "hosted_by", "pupils_primary", "pupils_junior", "pupils_senior",
          *COLUMNS, *[f"{c}_{s}" for c in STAFF for s in ("primary", "junior")]]
PUBLIC = "县级教育部门"
# What a pupil of a stage has on average: about the standards, so that some schools meet them, some by the floor, some not at all.
LEVEL = {"teaching_area": 5.6, "sports_area": 9.0, "equipment": 0.26, "computers": 0.12, "books": 22, "multimedia_rooms": 0.028, "laboratories": 0.012, "bandwidth": 0.8}
STAFF_LEVEL = {"teachers": 0.07, "teachers_above": 0.058, "teachers_mid": 0.035, "teachers_backbone": 0.0115, "teachers_arts_sports": 0.0105}

# county: types of its schools; "+type" is a row that the school before it counts, "@218" a teaching point that it manages.
COUNTIES = {
    "990011": "211 211 +211 211 @218 211 211 211 +319 211 218 211 211 312 312 345 311 +219 311 311 341 341 514 321 211m 311e 211",
    "990012": "211 211 211 211 @218 211 211 211 +211 218 312 345 345 311 311 +319 311 341 211m 312m 311 211",
    "990013": "211 211 211 312 211 211 211 211 218 218 218 312 312 312 311 311 341 311 211c 211e",
    "990021": "211 211 +319 211 211 211 211 211 211 @218 345m 312 311 311 311 341 341 211 218",
    "990022": "211 211 211 211 211 211 211 211 211 211 312 312 311 311 311 +319 341 211 218 514",
    "990023": "211 211 211 211 218 312 311",
}
SPONSORS = {"m": "民办", "c": "地级教育部门", "e": "地方企业"}


def row(county, number, code, host):
    kind, sponsor = code[:3], SPONSORS.get(code[3:], PUBLIC)
    values = {c: "" for c in HEADER}
    values.update(school=f"99{county[2:]}{number:04}", name=f"第{number}学校", place=county, township="东镇" if number % 2 else "西镇", type=kind,
                  urban_rural=RANDOM.choice(["111", "121", "210", "220"]), sponsor=sponsor, hosted_by=host)
    size = RANDOM.randint(12, 90) if kind == "218" else RANDOM.randint(20, 60) if host else RANDOM.randint(90, 1400)
    pupils = {s: max(8, round(size * RANDOM.uniform(0.5, 1.0))) for s in STAGES[kind]}
    for s, count in pupils.items():
        values["pupils_" + NAMES[s]] = str(count)
        for column in STAFF if s != "s" else []:
            values[f"{column}_{NAMES[s]}"] = str(round(count * STAFF_LEVEL[column] * RANDOM.uniform(0.85, 1.5)))
    total = sum(pupils.values())
    for column, each in LEVEL.items():
        amount = total * each * RANDOM.uniform(0.82, 1.6)
        values[column] = f"{amount:.2f}" if column in ("teaching_area", "sports_area", "equipment") else str(round(amount))
    values["indoor_sports_area"] = f"{total * RANDOM.uniform(0, 0.4):.2f}"
    return values


def spoil(schools):
    """Cells that are blank, not available, withheld or not applicable, and pupils that are not known or none."""
    by = {}
    for school in schools:
        by.setdefault((school["place"], school["type"], bool(school["hosted_by"])), []).append(school)
    by["990011", "211", False][1]["books"] = ""
    by["990011", "211", False][2]["teachers_mid_primary"] = "x"
    by["990011", "312", False][0]["sports_area"] = "c"
    by["990012", "211", False][3]["indoor_sports_area"] = "z"
    by["990012", "345", False][0]["pupils_senior"] = ""      # its shared amounts cannot be divided
    by["990013", "211", False][0]["pupils_primary"] = ""     # not known
    by["990013", "312", False][1]["pupils_junior"] = "0"     # no pupils in the stage this year
    by["990013", "218", False][0]["teachers_backbone_primary"] = ""
    by["990021", "319", True][0]["equipment"] = ""           # the row that is counted with a school is missing: so is the school's
    by["990021", "211", False][4]["multimedia_rooms"] = "z"
    by["990022", "341", False][0]["pupils_senior"] = "x"
    by["990022", "311", False][0]["teachers_junior"] = "c"


def main():
    schools = []
    for county, plan in COUNTIES.items():
        host = ""
        for number, code in enumerate(plan.split(), 1):
            merged = code[0] in "+@"
            schools.append(row(county, number, code.lstrip("+@"), host if merged else ""))
            host = host if merged else schools[-1]["school"]
    spoil(schools)
    RANDOM.shuffle(schools)  # the order of rows says nothing
    release = HERE / "releases" / "2023.1"
    (release / "schools").mkdir(parents=True, exist_ok=True)
    for part in range(3):  # nor do the parts, which need not be counties
        write(release / "schools" / f"part-{part + 1}.csv", [HEADER, *[[s[c] for c in HEADER] for s in schools[part::3]]])
    own = [s for s in schools if not s["hosted_by"] and s["sponsor"] == PUBLIC]
    pick = {(c, t): next(s["school"] for s in sorted(own, key=lambda s: s["school"]) if s["place"] == c and s["type"] == t) for c in COUNTIES for t in ("211", "312") if c != "990012"}
    write(release / "exclusions.csv", [["school", "stage", "scheme", "reason"], [pick["990011", "211"], "primary", "basic-2012", "当年新设"],
                                       [pick["990021", "312"], "junior", "quality-2017", "校舍重建"], [pick["990022", "211"], "primary", "quality-2017", "校舍重建"]])
    print(len(schools), "rows,", sum(1 for s in schools if not s["hosted_by"]), "schools")


def write(path, lines):
    path.write_text("".join(",".join(line) + "\n" for line in lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
