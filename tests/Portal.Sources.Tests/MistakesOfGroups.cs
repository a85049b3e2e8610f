using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>A row for each kind of mistake in groups, proposed closures and planned steps: P750 to P756.</summary>
internal static class MistakesOfGroups
{
    private const string Groups = "small/groups.csv";
    private const string Schools = "small/releases/2023.1/schools.csv";
    private const string Codes = "common/codes.csv";
    private const string Header = "group,school,name,kind,role,from,until\n";

    public static IEnumerable<Mistake> All { get; } =
    [
        // P750: a second row of another group does not help.
        new(ProblemKinds.GroupOfOne, s => s.Write(Groups, Header + Row("g1", 1, "甲集团", "集团") + Row("g1", 2, "甲集团", "集团") + Row("g2", 1, "乙结对", "结对")), "data/" + Groups + "(4)", "乙结对", "g2"),
        new(ProblemKinds.GroupOfTwoKinds, s => s.Write(Groups, Header + Row("g1", 1, "甲集团", "集团") + Row("g1", 2, "甲集团", "学区")), "data/" + Groups + "(3,D)", "g1", "2", "集团", "学区"), // P751
        new(ProblemKinds.GroupOfTwoNames, s => s.Write(Groups, Header + Row("g1", 1, "甲集团", "集团") + Row("g1", 2, "甲教育集团", "集团")), "data/" + Groups + "(3,C)", "g1", "2", "甲集团", "甲教育集团"), // P752
        new(ProblemKinds.PartnersAllRural, s => Rural(s).Write(Groups, Header + Row("g1", 1, "甲结对", "结对") + Row("g1", 2, "甲结对", "结对")), "data/" + Groups + "(2)", "甲结对", "g1"), // P753
        new(ProblemKinds.ProposalWithoutNotice, s => s.Replace("small/school-links.csv", "拟撤并公告", ""), "data/small/school-links.csv(3,F)", "青渡教学点"), // P754
        new(ProblemKinds.BadPlannedStep, s => Planned(s, "basic-2012 认可"), "data/" + Codes + "(12,C)", "passed", "basic-2012 认可", "申报、自评、复核、省评、公示、认定、复查、推迟、撤销"), // P755
        new(ProblemKinds.BadPlannedStep, s => Planned(s, "basic-2021 认定"), "data/" + Codes + "(12,C)", "passed", "basic-2021 认定", "申报、自评、复核、省评、公示、认定、复查、推迟、撤销"),
        new(ProblemKinds.PlannedStepWithoutMeasure, s => s.Append(Codes, "planned-step,retention-rat,basic-2012 认定"), "data/" + Codes + "(11,B)", "retention-rat", "retention-rate"), // P756
        new(ProblemKinds.UntilBeforeFrom, s => s.Write(Groups, Header + "g1,9921000001,甲集团,集团,,2022-09,2022-08\n" + Row("g1", 2, "甲集团", "集团")), "data/" + Groups + "(2,G)", "2022-09", "2022-08"),
        new(ProblemKinds.UnknownSchool, s => s.Write(Groups, Header + Row("g1", 1, "甲集团", "集团") + "g1,9921000009,甲集团,集团,,,\n"), "data/" + Groups + "(3,B)", "9921000009", "9921000001"),
    ];

    private static string Row(string group, int school, string name, string kind) => $"{group},992100000{school},{name},{kind},成员校,,\n";

    private static SmallSet Planned(SmallSet set, string step) => set.Append(Codes, "measure,passed,通过认定").Append(Codes, "planned-step,passed," + step);

    private static SmallSet Rural(SmallSet set) => set.Append(Codes, "urban_rural,210,乡中心区").Append(Codes, "rural,210,乡中心区")
        .Replace(Schools, "城关镇,211,111", "城关镇,211,210").Replace(Schools, "河口乡,218,111", "河口乡,218,210");
}
