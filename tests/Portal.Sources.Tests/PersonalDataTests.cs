using System.Reflection;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Tests;

/// <summary>
/// Mobile numbers, ID-card numbers and e-mails are refused in every text of every table and never repeated; examination results and 升学率
/// are refused by name (data.md §6). The tables are found by reflection, so that a new one is covered as soon as it is defined. All numbers here are made up.
/// </summary>
public class PersonalDataTests
{
    private const string Mobile = "手机号";
    private const string IdCard = "身份证号";
    private const string Mail = "电子邮箱";

    public static TheoryData<string, string> Hidden => new()
    {
        { "13812345678", Mobile }, { "找王老师13812345678。", Mobile }, { "138 1234 5678", Mobile }, { "138-1234-5678", Mobile }, { "138.1234.5678", Mobile }, { "138 123 45678", Mobile },
        { "138-12345678", Mobile }, { "1381234 5678", Mobile }, { "1 3 8 1 2 3 4 5 6 7 8", Mobile }, { "１３８１２３４５６７８", Mobile }, { "１３８－１２３４－５６７８", Mobile }, { "138–1234—5678", Mobile },
        { "138\u00A01234\u30005678", Mobile }, { "138 - 1234 - 5678", Mobile }, { "+8613812345678", Mobile }, { "+86 138 1234 5678", Mobile }, { "（+86）13812345678", Mobile }, { "0086-13812345678", Mobile },
        { "8613812345678", Mobile }, { "013812345678", Mobile }, { "电话：19912345678转王", Mobile }, { "①③⑧12345678", Mobile }, { "收到 3 件，回电 17712345678，9 月答复", Mobile }, { "138\u200B12345678", Mobile },
        { "11010519491231002X", IdCard }, { "证件11010519491231002x。", IdCard }, { "１１０１０５１９４９１２３１００２Ｘ", IdCard }, { "110105 19491231 002X", IdCard }, { "110105-1949-12-31-002X", IdCard },
        { "1101 0519 4912 3100 2X", IdCard }, { "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", IdCard }, { "330102200802291234", IdCard }, { "110105491231002", IdCard }, { "2023-11-20 110105194912310021", IdCard },
        { "a.b@school.example", Mail }, { "写信给ａ＠school．example", Mail }, { "a@b.cn", Mail }, { "a @ b.com", Mail }, { "张三@qq.com", Mail }, { "a﹫b.com", Mail }, { "a(at)b.com", Mail }, { "a[AT]b.com", Mail },
        { "a（at）b.com", Mail }, { "a@单位.中国", Mail }, { "a@b。com", Mail },
    };

    public static TheoryData<string> Harmless =>
    [
        "2199004001", "1399004001 1399004002", "学校 1311000011、1311000012", "110118 110101 110102", "110101 201001 110103", "国教督〔2017〕6号", "云教督〔2022〕13号 2022-06-10", "0771-1234567", "010-12345678",
        "099-1234567 转 801", "(0771) 1234567", "400-123-4567", "12345", "经费 13812345678 元", "13812345678.90元", "合计 15000000000万元", "面积 13,812,345,678 平方米", "1381.23 万元，345.67 万元", "差异系数 0.13812345678",
        "2021-09-01 至 2023-12-31", "2019-09-20 2020-01-01 2021-03-04", "2019 2020 2021 2022 2023", "311 312 341 345 512 211", "211 218 310 112 341", "91330000123456789X", "共 1978 年 1234567 人次", "T/CAS 13812-2023-0001",
        "@全体教师", "每册 3 @ 4.5", "见 https://www.example.gov.cn/a/t20230901_123456.html", "比例为 12.345678901 %", "统计表 (data) 第 3 行", "第 1、3、5、7、9、11、13、15、17、19、21 题", "100000000000000", "15000000000000",
    ];

    [Theory]
    [MemberData(nameof(Hidden))]
    public void It_is_found_however_it_is_written(string text, string found) => Assert.Equal(found, PersonalData.Find(text));

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Codes_document_numbers_office_phones_dates_and_amounts_are_none(string text) => Assert.Null(PersonalData.Find(text));

    public static TheoryData<string, string> Columns
    {
        get
        {
            TheoryData<string, string> columns = [];
            foreach (TableDefinition table in Tables)
            {
                foreach (ColumnDefinition column in table.Columns)
                {
                    columns.Add(table.Name, column.Name);
                }
            }

            return columns;
        }
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Every_column_of_every_table_refuses_it_and_does_not_repeat_it(string table, string name)
    {
        ColumnDefinition column = Tables.Single(t => t.Name == table).Columns.Single(c => c.Name == name);
        if (column.Contact)
        {
            Assert.Contains($"{table}.{name}", new[] { "channels.value", "inspectors.office_phone" }); // the only two that are for contacts
            ProblemList none = new();
            Assert.False(CellRules.Check(new Reading(none), new Known(), column, "110105 19491231 002X", new Location("t.csv", 2, "A")));
            Assert.Equal(ProblemKinds.PersonalData, Assert.Single(none.Sorted()).Kind);
            return;
        }

        // A number without marks may be an amount in a column of numbers; nowhere else.
        bool number = column.Content is Content.Number or Content.Value or Content.Whole;
        foreach (string text in new[] { number ? "138-1234-5678" : "13812345678", "找 138 1234 5678", "11010519491231002X", "张三@qq.com" })
        {
            ProblemList problems = new();
            Assert.False(CellRules.Check(new Reading(problems), new Known(), column, text, new Location("t.csv", 2, "A")));
            Problem problem = Assert.Single(problems.Sorted());
            Assert.Equal(ProblemKinds.PersonalData, problem.Kind);
            Assert.DoesNotContain(text, problem.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("1234", problem.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_tables_are_found() =>
        Assert.Superset(new HashSet<string> { "findings", "survey-answers", "scorecards", "trees", "schools", "indicators", "feedback", "corrections", "inspectors" }, Tables.Select(t => t.Name).ToHashSet());

    // What names something that is measured, asked, rated or made public. Every other column of words is prose, a title or an id, and stands in the second list.
    private static readonly string[] Names =
    [
        "codes.label", "coefficients.indicator", "duties.label", "facts.label", "facts.measure", "finance.measure", "funding.label", "indicators.indicator", "indicators.label", "indicators.short", "items.label",
        "satisfaction.question", "survey-answers.question", "surveys.title", "targets.measure", "trees.label",
    ];

    private static readonly string[] Prose =
    [
        "absences.period", "absences.reason", "allowances.conditions", "allowances.label", "allowances.replaces", "allowances.source", "campuses.address", "campuses.grades", "campuses.name", "channels.hours", "channels.value",
        "codes.code", "coefficients.judgement", "coefficients.note", "coefficients.stage", "columns.basis", "columns.label", "columns.source", "columns.unit", "corrections.column", "corrections.is", "corrections.reason", "corrections.row",
        "corrections.table", "corrections.was", "disclosures.file", "disclosures.period", "duties.basis", "duties.clock", "duties.types", "exclusions.reason", "exclusions.stage", "facts.text", "facts.unit",
        "findings.appeal", "findings.demand", "findings.evidence", "findings.notice", "findings.problem", "findings.report", "findings.responsible", "funding.group", "funding.inputs", "funding.source", "government.evidence",
        "groups.name", "groups.role", "indicators.numerator", "indicators.per", "indicators.source", "indicators.unit", "inspectors.contact_basis", "inspectors.matters", "inspectors.name", "inspectors.office_phone",
        "items.inputs", "items.source", "items.unit", "limits.source", "limits.stage", "measures.code", "measures.taken_from", "measures.unit", "places.name", "procedure.authority", "procedure.text", "projects.title",
        "school-links.notice", "school-links.old_name", "schools.address", "schools.name", "schools.office_phone", "schools.township", "scorecards.checked", "scorecards.comment", "scorecards.report", "scorecards.self",
        "sizes.source", "sizes.types", "sources.issuer", "sources.number", "sources.read_from", "sources.title", "standards.source", "standards.stage", "survey-answers.answer", "surveys.rule", "targets.text", "targets.unit",
        "trees.scale", "types.label", "types.stages", "visits.report", "zones.name",
    ];

    [Fact]
    public void Every_column_of_words_is_either_a_name_of_something_measured_or_prose()
    {
        // A new column fails here until it has been thought about: does it name a measure, an indicator, a question?
        string[] measures = [.. Tables.SelectMany(t => t.Columns.Where(c => c.Measure).Select(c => $"{t.Name}.{c.Name}")).Order(StringComparer.Ordinal)];
        string[] words = [.. Tables.SelectMany(t => t.Columns.Where(c => !c.Measure && c.Content == Content.Text).Select(c => $"{t.Name}.{c.Name}")).Order(StringComparer.Ordinal)];
        Assert.Equal(Names, measures);
        Assert.Equal([], words.Except(Prose));
        Assert.Equal([], Prose.Except(words));
    }

    [Theory]
    [InlineData("升学率")]
    [InlineData("高中 升 学 率")]
    [InlineData("升－学－率")]
    [InlineData("中考平均分")]
    [InlineData("ｇａｏｋａｏ")]
    [InlineData("初三学生升学比例")]
    [InlineData("期末成绩")]
    [InlineData("全县排名")]
    [InlineData("exam-results")]
    public void Examination_results_are_refused_by_name_in_each_of_them(string name)
    {
        foreach (TableDefinition table in Tables)
        {
            foreach (ColumnDefinition column in table.Columns.Where(c => c.Measure))
            {
                ProblemList problems = new();
                Assert.False(CellRules.Check(new Reading(problems), new Known(), column, name, new Location("t.csv", 2, "A")));
                Assert.Equal(ProblemKinds.ForbiddenMeasure, Assert.Single(problems.Sorted()).Kind);
            }
        }

        Assert.True(Forbidden.IsExam(name));
    }

    [Theory]
    [InlineData("体质健康优良率")]
    [InlineData("巩固率")]
    [InlineData("国家义务教育质量监测学业水平达到要求")]
    [InlineData("招生结果")]
    [InlineData("没有按考试分班")]
    [InlineData("师生比")]
    public void What_the_schemes_ask_for_is_no_examination_result(string name) => Assert.False(Forbidden.IsExam(name));

    [Fact]
    public void A_raw_column_of_words_a_setting_and_a_text_refuse_it_too()
    {
        using SmallSet set = new();
        set.Append("common/columns.csv", "remark,备注,,all,text,,school,目录,,报表");
        string schools = "small/releases/2023.1/schools.csv";
        string[] lines = File.ReadAllLines(set.PathOf(schools));
        set.Write(schools, string.Join('\n', lines.Select((l, i) => l + (i == 0 ? ",remark" : i == 1 ? ",找 138 1234 5678" : ","))) + "\n");
        set.Replace("small/settings.yaml", "notice: 演示数据", "notice: 演示数据 １３８１２３４５６７８");
        set.Write("../input/small/contact.md", "---\ntitle: 联系\n---\n写信给 a@b.example\n\n138-1234-5678\n");
        string[] found = [.. set.Problems().Where(p => p.Contains(" P234 ", StringComparison.Ordinal))];
        Assert.Equal(
            ["data/small/releases/2023.1/schools.csv(2,", "data/small/settings.yaml(", "input/small/contact.md(6)"],
            found.Select((p, i) => i == 0 ? p[..(p.IndexOf(',', StringComparison.Ordinal) + 1)] : i == 1 ? p[..(p.IndexOf('(', StringComparison.Ordinal) + 1)] : p[..p.IndexOf(':', StringComparison.Ordinal)]));
        Assert.All(found, p => Assert.DoesNotContain("1234", p, StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_refuses_an_e_mail_too()
    {
        using SmallSet set = new();
        set.Write("../input/small/reports/2023/a.md", "---\ntitle: 报告\n---\n写信给 a@b.example\n\n证件 110105 19491231 002X\n");
        string[] found = [.. set.Problems().Where(p => p.Contains(" P234 ", StringComparison.Ordinal))];
        Assert.Equal(["input/small/reports/2023/a.md(4)", "input/small/reports/2023/a.md(6)"], found.Select(p => p[..p.IndexOf(':', StringComparison.Ordinal)]));
        Assert.All(found, p => Assert.DoesNotContain("1949", p, StringComparison.Ordinal));
    }

    private static IReadOnlyList<TableDefinition> Tables { get; } =
    [
        .. typeof(Definitions).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(TableDefinition))
            .Select(f => (TableDefinition)f.GetValue(null)!).OrderBy(t => t.Name, StringComparer.Ordinal),
    ];
}
