using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>A row for each kind of mistake in duties, terms, inspectors and zones: P820 to P829.</summary>
internal static class MistakesOfDuties
{
    private const string Duties = "common/duties.csv";
    private const string Terms = "small/terms.csv";
    private const string Inspectors = "small/inspectors.csv";
    private const string Disclosures = "small/releases/2023.1/disclosures.csv";
    private const string Absences = "small/releases/2023.1/absences.csv";
    private const string Published = "school,place,duty,period,published,address,file\n";

    public static IEnumerable<Mistake> All { get; } =
    [
        Clock("per-term:0 visit:regular"), // P820
        Clock("yearly:02-30"),
        Clock("every:5-3y visit:regular"),
        Clock("within:20wd"),
        Clock("monthly:01"),
        new(ProblemKinds.UnknownDuty, s => Set(s).Write(Disclosures, Published + ",990101,scop,2023,2023-04-30,,公告\n"), "data/" + Disclosures + "(2,C)", "scop", "scope"), // P821
        new(ProblemKinds.DutyOfOther, s => Set(s).Write(Disclosures, Published + "9921000001,,scope,2023,2023-04-30,,公告\n"), "data/" + Disclosures + "(2,C)", "招生范围", "县", "学校"), // P822
        new(ProblemKinds.DutyOfOther, s => Set(s).Write(Absences, "school,place,duty,period,reason\n,990101,timetable,2023-1,改版\n"), "data/" + Absences + "(2,C)", "课程表", "学校", "县"),
        new(ProblemKinds.BadDutyPeriod, s => Set(s).Write(Disclosures, Published + ",990101,scope,2023-1,2023-04-30,,公告\n"), "data/" + Disclosures + "(2,D)", "招生范围", "2023-1", "四位数的年份，如 2024"), // P823
        new(ProblemKinds.BadDutyPeriod, s => Set(s).Write(Disclosures, Published + "9921000001,,timetable,2023,2023-09-03,,课程表\n"), "data/" + Disclosures + "(2,D)", "课程表", "2023", "terms.csv 的学期"),
        new(ProblemKinds.TermOrder, s => s.Write(Terms, "term,start,end\n2023-1,2023-09-01,2023-01-19\n"), "data/" + Terms + "(2,C)", "2023-1", "2023-09-01", "2023-01-19", "2023-1"), // P824
        new(ProblemKinds.TermOrder, s => s.Write(Terms, "term,start,end\n2023-1,2023-09-01,2024-01-19\n2023-2,2024-01-19,2024-07-05\n"), "data/" + Terms + "(3,B)", "2023-2", "2024-01-19", "2024-07-05", "2023-1"),
        Inspector(ProblemKinds.TermOrder, "099-1234567,,,,2024-09-01,2023-08-31", "(2,H)", "9921000001", "2024-09-01", "2023-08-31", "9921000001"),
        Inspector(ProblemKinds.MobileWithoutBasis, "13812345678,,,,,", "(2,C)", "9921000001"), // P825
        Inspector(ProblemKinds.PersonalData, "110101199003071234,值班,,,,", "(2,C)", "身份证号"),
        Inspector(ProblemKinds.BadContact, "办公室,,,,,", "(2,C)", "责任督学要一个电话号码，只用数字、空格、-、+、括号和“转”", "0999-1234567 转 801"),
        Inspector(ProblemKinds.UnknownZone, "099-1234567,,z2,,,", "(2,E)", "z2", "z1"), // P826
        Inspector(ProblemKinds.UnknownMatter, "099-1234567,,z1,enrolment safty,,", "(2,F)", "safty", "matter", "safety"), // P827
        new(ProblemKinds.UnknownMatter, s => Set(s).Append(Duties, "again,督导,school,,per-term:2 visit:regula,某条例"), "data/" + Duties + "(4,E)", "regula", "inspection", "regular"),
        Inspector(ProblemKinds.InspectorExpired, "099-1234567,,,,2020-09-01,2023-08-31", "(2,H)", "9921000001", "2023-08-31", "2023-12-31"), // P828
        new(ProblemKinds.PublishedNowhere, s => Set(s).Write(Disclosures, Published + ",990101,scope,2023,2023-04-30,,\n"), "data/" + Disclosures + "(2)", "scope"), // P829
    ];

    private static Mistake Clock(string clock) => new(ProblemKinds.BadClock, s => Set(s).Append(Duties, $"again,另一项,county,,{clock},某条例"), "data/" + Duties + "(4,E)", clock);

    private static Mistake Inspector(ProblemKind kind, string row, string where, params string[] arguments) => new(
        kind,
        s => Set(s).Write("small/zones.csv", "zone,name,place\nz1,第一责任区,990101\n")
            .Write(Inspectors, "school,name,office_phone,contact_basis,zone,matters,term_start,term_end\n9921000001,甲督学," + row + "\n"),
        "data/" + Inspectors + where,
        arguments);

    private static SmallSet Set(SmallSet set) => set
        .Append("common/codes.csv", "inspection,regular,经常性督导").Append("common/codes.csv", "matter,enrolment,招生").Append("common/codes.csv", "matter,safety,安全")
        .Write(Duties, "duty,label,kind,types,clock,basis\nscope,招生范围,county,,yearly:04-30,某目录\ntimetable,课程表,school,,term-start:20wd,某目录\n")
        .Write(Terms, "term,start,end\n2023-1,2023-09-01,2024-01-19\n");
}
