using System.Text;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>One mistake: what is changed in the small set, and the one problem that it must give.</summary>
internal sealed record Mistake(ProblemKind Kind, Action<SmallSet> Make, string Where, params string[] Arguments);

/// <summary>A row for each kind of mistake.</summary>
internal static class Mistakes
{
    private const string Release = "small/releases/2023.1/release.yaml";
    private const string Schools = "small/releases/2023.1/schools.csv";
    private const string Facts = "small/releases/2023.1/facts.csv";
    private const string Coefficients = "small/releases/2023.1/coefficients.csv";
    private const string Procedure = "small/releases/2023.1/procedure.csv";
    private const string Scheme = "common/schemes/basic-2012/scheme.yaml";
    private const string Indicators = "common/schemes/basic-2012/indicators.csv";
    private const string Limits = "common/schemes/basic-2012/limits.csv";
    private const string Settings = "small/settings.yaml";

    /// <summary>Files and folders.</summary>
    public static IEnumerable<Mistake> Files { get; } =
    [
        new(ProblemKinds.MissingFile, s => s.Delete(Settings), "data/small/settings.yaml", "settings.yaml"),
        new(ProblemKinds.MissingFile, s => s.Delete("small/channels.csv"), "data/small/channels.csv", "channels.csv"),
        new(ProblemKinds.MissingFile, s => s.Delete("common/schemes/basic-2012/indicators.csv").Delete(Coefficients), "data/common/schemes/basic-2012/indicators.csv", "indicators.csv"),
        new(ProblemKinds.UnknownFile, s => s.Move(Facts, "small/releases/2023.1/fact.csv"), "data/small/releases/2023.1/fact.csv", "fact.csv", "facts.csv"),
        new(ProblemKinds.UnknownFile, s => s.Move(Facts, "small/releases/2023.1/facts.CSV"), "data/small/releases/2023.1/facts.CSV", "facts.CSV", "facts.csv"),
        new(ProblemKinds.UnknownFile, s => s.Write("small/releases/2023.1/facts/990101.CSV", "a").Delete(Facts), "data/small/releases/2023.1/facts/990101.CSV", "990101.CSV", "990101.csv"),
        new(ProblemKinds.UnknownFile, s => s.Write("small/setting.yaml", "a: b"), "data/small/setting.yaml", "setting.yaml", "settings.yaml"),
        new(ProblemKinds.UnknownFile, s => s.Write("small/releases/2023.1/school/a.csv", "a"), "data/small/releases/2023.1/school", "school", "schools"),
        new(ProblemKinds.Utf16, s => s.Write(Facts, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("place,year")).ToArray()), "data/" + Facts),
        new(ProblemKinds.Utf16, s => s.Write(Facts, Encoding.BigEndianUnicode.GetBytes("place,year")), "data/" + Facts),
        new(ProblemKinds.UnknownEncoding, s => s.Write(Facts, [.. s.Bytes(Facts), 0x81]), "data/" + Facts),
        new(ProblemKinds.PrivateUse, s => s.Write(Facts, Gb18030(s.Bytes(Facts), "95.20,%,,", "95.20,%,\uE5E5\uE5E6,")), "data/" + Facts, "2"),
        new(ProblemKinds.TwoForms, s => s.Write("small/releases/2023.1/schools/990101.csv", File.ReadAllText(s.PathOf(Schools))), "data/" + Schools, "schools", "data/small/releases/2023.1/schools", "data/" + Schools),
        new(ProblemKinds.EmptyFile, s => s.Write(Facts, ""), "data/" + Facts),
        new(ProblemKinds.EmptyFile, s => s.Write(Facts, ",,\n1,2,3\n"), "data/" + Facts),
        new(ProblemKinds.BadWorkbook, s => s.Write("small/releases/2023.1/book.xlsx", "no workbook"), "data/small/releases/2023.1/book.xlsx"),
        new(ProblemKinds.UnknownSheet, s => Workbook.Write(s.PathOf("small/releases/2023.1/book.xlsx"), "fact", [["place"]]), "data/small/releases/2023.1/book.xlsx", "fact", "facts"),
        new(ProblemKinds.BadYaml, s => s.Replace(Settings, "notice: 演示数据", "notice: \"演示数据"), "data/small/settings.yaml(8)"),
        new(ProblemKinds.Unreadable, s => File.CreateSymbolicLink(s.Delete(Facts).PathOf(Facts), "nowhere"), "data/" + Facts),
        new(ProblemKinds.BadYaml, s => s.Replace(Settings, "notice: 演示数据", "notice: &a 演示数据"), "data/small/settings.yaml(8)"),
        new(ProblemKinds.BadYaml, s => s.Write(Settings, "title: " + new string('[', 5000)), "data/small/settings.yaml(1)"),
        new(ProblemKinds.BadYaml, s => s.Replace(Settings, "base_path: /", "title: 再来一次"), "data/small/settings.yaml(6)"),
        new(ProblemKinds.UnknownKey, s => s.Replace(Settings, "licence:", "license:"), "data/small/settings.yaml(11)", "license", "licence"),
        new(ProblemKinds.UnknownKey, s => s.Replace(Scheme, "    types:", "    type:").Replace(Scheme, "reason: 小学教学点", "reason: 小学教学点\n    pupils_below: 5"), "data/" + Scheme + "(13)", "type", "types"),
        new(ProblemKinds.UnknownKey, s => s.Replace(Release, "as_of", "notice: 1\nas_of"), "data/" + Release + "(3)", "notice", "notes"),
        new(ProblemKinds.MissingKey, s => s.Replace(Settings, "title: 云岭省义务教育均衡\n", ""), "data/small/settings.yaml(1)", "title"),
        new(ProblemKinds.MissingKey, s => s.Replace(Release, "title: 2023 年", "title:"), "data/" + Release + "(2)", "title"),
        new(ProblemKinds.BadValue, s => s.Replace(Settings, "kind: demonstration", "kind: demonstratoin"), "data/small/settings.yaml(7)", "demonstratoin", "kind", "official 或 demonstration 或 published-values"),
        new(ProblemKinds.BadValue, s => s.Replace(Settings, "minimum_group: 10", "minimum_group: ten"), "data/small/settings.yaml(9)", "ten", "minimum_group", "不小于 1 的整数"),
        new(ProblemKinds.BadValue, s => s.Replace(Settings, "origin: https://demo.example", "origin: https://demo.example/"), "data/small/settings.yaml(5)", "https://demo.example/", "origin", "网站的来源，如 https://example.gov.cn，末尾没有斜杠"),
        new(ProblemKinds.BadValue, s => s.Replace(Settings, "base_path: /", "base_path: /../x/"), "data/small/settings.yaml(6)", "/../x/", "base_path", "以斜杠开头和结尾的路径，如 / 或 /jyjh/"),
        new(ProblemKinds.FolderName, s => s.Move("small/releases/2023.1", "small/releases/2023.01"), "data/small/releases/2023.01/release.yaml(1)", "2023.1", "2023.01"),
        new(ProblemKinds.BadReleaseId, s => s.Replace(Release, "\"2023.1\"", "\"2023\""), "data/" + Release + "(1)", "2023"),
        new(ProblemKinds.LaterTable, s => s.Write("small/releases/2023.1/withdrawals.csv", "table\n"), "data/small/releases/2023.1/withdrawals.csv", "withdrawals"),
        new(ProblemKinds.OldFormat, s => s.Write("small/releases/2023.1/facts.xls", "x"), "data/small/releases/2023.1/facts.xls", "facts.xls"),
    ];

    /// <summary>Tables and cells.</summary>
    public static IEnumerable<Mistake> Cells { get; } =
    [
        new(ProblemKinds.MissingColumn, s => s.Replace("small/sources.csv", ",grade,read_from", ",read_from").Replace("small/sources.csv", ",原件,", ",").Replace("small/sources.csv", ",官方,", ","), "data/small/sources.csv(1)", "grade", "等级"),
        new(ProblemKinds.RepeatedColumn, s => s.Replace("small/places.csv", "successor", "常住人口"), "data/small/places.csv(1,H)", "常住人口", "E"),
        new(ProblemKinds.UnknownColumn, s => s.Replace("small/places.csv", "residents", "resident"), "data/small/places.csv(1,E)", "resident", "residents"),
        new(ProblemKinds.UnknownColumn, s => s.Replace("small/places.csv", "name,level", "名字,level"), "data/small/places.csv(1,B)", "名字", "名称"),
        new(ProblemKinds.BlankHeader, s => s.Replace(Schools, ",canteen", ","), "data/" + Schools + "(2,R)"),
        new(ProblemKinds.ForbiddenColumn, s => s.Replace(Schools, "teaching_language", "中考升学率"), "data/" + Schools + "(1,K)", "中考升学率"),
        new(ProblemKinds.ForbiddenColumn, s => s.Replace("common/columns.csv", "canteen,食堂", "gaokao,食堂").Replace(Schools, ",canteen", ",食堂"), "data/common/columns.csv(8,A)", "gaokao"),
        new(ProblemKinds.PersonalColumn, s => s.Replace(Schools, "teaching_language", "校长姓名"), "data/" + Schools + "(1,K)", "校长姓名"),
        new(ProblemKinds.RowLength, s => s.Replace(Facts, "95.20,%,,", "95.20,%,"), "data/" + Facts + "(2)", "8", "9"),
        new(ProblemKinds.BadQuotes, s => s.Replace(Facts, ",%,,", ",%,合格\"率\","), "data/" + Facts + "(2)"),
        new(ProblemKinds.BlankCell, s => s.Replace("small/places.csv", "990101,青渡县", "990101,"), "data/small/places.csv(4,B)", "名称"),
        new(ProblemKinds.NotANumber, s => s.Replace(Schools, "1575.50", "很大"), "data/" + Schools + "(2,O)", "很大"),
        new(ProblemKinds.NotANumber, s => s.Replace(Schools, "1575.50", "1575."), "data/" + Schools + "(2,O)", "1575."),
        new(ProblemKinds.NotANumber, s => s.Replace(Schools, "1575.50", "Z"), "data/" + Schools + "(2,O)", "Z"),
        new(ProblemKinds.ThousandsMark, s => s.Replace(Schools, "1575.50", "\"1,575.50\""), "data/" + Schools + "(2,O)", "1,575.50"),
        new(ProblemKinds.PercentSign, s => s.Replace(Facts, "95.20", "95.20%"), "data/" + Facts + "(2,F)", "95.20%"),
        new(ProblemKinds.FullWidth, s => s.Replace(Schools, "1575.50", "１５７５"), "data/" + Schools + "(2,O)", "１５７５"),
        new(ProblemKinds.Approximate, s => s.Replace(Schools, "1575.50", "约30"), "data/" + Schools + "(2,O)", "约30"),
        new(ProblemKinds.Approximate, s => s.Replace(Schools, "1575.50", "30余"), "data/" + Schools + "(2,O)", "30余"),
        new(ProblemKinds.ScientificNumber, s => s.Replace(Schools, "1575.50", "3.4E+05"), "data/" + Schools + "(2,O)", "3.4E+05"),
        new(ProblemKinds.LeadingZero, s => s.Replace(Schools, "1575.50", "01575"), "data/" + Schools + "(2,O)", "01575"),
        new(ProblemKinds.TooManyDigits, s => s.Replace(Schools, "1575.50", "12345678901234567890"), "data/" + Schools + "(2,O)", "12345678901234567890"),
        new(ProblemKinds.TooManyDecimals, s => s.Replace(Schools, "1575.50", "1575.505"), "data/" + Schools + "(2,O)", "1575.505", "3", "2"),
        new(ProblemKinds.Negative, s => s.Replace(Schools, "1575.50", "-5"), "data/" + Schools + "(2,O)", "-5"),
        new(ProblemKinds.NumberNeeded, s => s.Replace(Limits, "0.65", "z"), "data/" + Limits + "(2,F)", "z"),
        new(ProblemKinds.NotWhole, s => s.Replace("small/places.csv", "320000", "32.5"), "data/small/places.csv(4,E)", "32.5"),
        new(ProblemKinds.BadDate, s => s.Replace("small/places.csv", "1990-01-01", "1990/1/1"), "data/small/places.csv(5,F)", "1990/1/1"),
        new(ProblemKinds.BadDate, s => s.Replace(Release, "2024-03-31", "2024-02-30"), "data/" + Release + "(5)", "2024-02-30"),
        new(ProblemKinds.BadPartialDate, s => s.Replace("small/sources.csv", "2023-09,", "2023年9月,"), "data/small/sources.csv(2,E)", "2023年9月"),
        new(ProblemKinds.BadPartialDate, s => s.Replace(Release, "2024-03-01", "三月"), "data/" + Release + "(10)", "三月"),
        new(ProblemKinds.BadYear, s => s.Replace(Facts, ",2023,", ",23,"), "data/" + Facts + "(2,B)", "23"),
        new(ProblemKinds.BadId, s => s.Replace("small/sources.csv", "letter-2023", "letter/2023").Replace(Procedure, "letter-2023", "report-2023"), "data/small/sources.csv(3,A)", "letter/2023"),
        new(ProblemKinds.BadPlaceCode, s => s.Replace("small/places.csv", "990102", "9901020").Replace(Schools, "白石中学,990102", "白石中学,990101"), "data/small/places.csv(5,A)", "9901020"),
        new(ProblemKinds.LostZeros, s => s.Replace("small/places.csv", "province,000000", "province,0"), "data/small/places.csv(2,D)", "0", "6"),
        new(ProblemKinds.ScientificId, s => s.Replace(Schools, "9921000003", "9.92E+09"), "data/" + Schools + "(6,A)", "9.92E+09"),
        new(ProblemKinds.PointZero, s => s.Replace(Schools, "9921000003", "9921000003.0"), "data/" + Schools + "(6,A)", "9921000003.0"),
        new(ProblemKinds.PercentCell, s => Workbook.Write(s.Delete(Facts).PathOf("small/releases/2023.1/book.xlsx"), "facts", Workbook.Facts, percent: true), "data/small/releases/2023.1/book.xlsx[facts](2,F)"),
        new(ProblemKinds.ErrorCell, s => Workbook.Write(s.Delete(Facts).PathOf("small/releases/2023.1/book.xlsx"), "facts", Workbook.Facts, error: true), "data/small/releases/2023.1/book.xlsx[facts](2,F)"),
        new(ProblemKinds.StageNumber, s => s.Replace(Schools, ",450,,,", ",450,9,,"), "data/" + Schools + "(2,M)", "211", "pupils_junior", "9"),
        new(ProblemKinds.UnknownCode, s => s.Replace(Schools, "白石镇,341,111,民办", "白石镇,341,111,民力"), "data/" + Schools + "(5,G)", "民力", "举办者", "民办"),
        new(ProblemKinds.UnknownCode, s => s.Replace(Procedure, ",申报,", ",申请,"), "data/" + Procedure + "(2,C)", "申请", "步骤", "申报"),
        new(ProblemKinds.PersonalData, s => s.Replace(Schools, "099-1234567", "13812345678"), "data/" + Schools + "(2,J)", "手机号"),
        new(ProblemKinds.PersonalData, s => s.Replace(Schools, "人民路1号", "找王老师 138-1234-5678"), "data/" + Schools + "(2,I)", "手机号"),
        new(ProblemKinds.PersonalData, s => s.Replace(Schools, "人民路1号", "１３８１２３４５６７８"), "data/" + Schools + "(2,I)", "手机号"),
        new(ProblemKinds.PersonalData, s => s.Replace(Facts, ",%,,", ",%,证件 11010519491231002X,"), "data/" + Facts + "(2,H)", "身份证号"),
        new(ProblemKinds.PersonalData, s => s.Replace(Facts, ",%,,", ",%,写信给 a.b@school.example,"), "data/" + Facts + "(2,H)", "电子邮箱"),
        new(ProblemKinds.PersonalData, s => s.Replace(Settings, "licence: 可自由引用。", "licence: a@b.example"), "data/small/settings.yaml(11)", "电子邮箱"),
        new(ProblemKinds.PersonalData, s => s.Replace(Facts, "95.20", "x@y.example"), "data/" + Facts + "(2,F)", "电子邮箱"),
        new(ProblemKinds.ForbiddenMeasure, s => s.Replace(Facts, "巩固率", "高中升学率"), "data/" + Facts + "(2,D)", "高中升学率"),
        new(ProblemKinds.ForbiddenMeasure, s => s.Replace(Indicators, "师生比,师生比", "统考平均分,师生比"), "data/" + Indicators + "(3,B)", "统考平均分"),
        new(ProblemKinds.BadCharacters, s => s.Replace(Facts, ",%,,", ",%,\u0007,"), "data/" + Facts + "(2,H)"),
        new(ProblemKinds.BadCharacters, s => s.Replace(Facts, ",%,,", ",%,文\u202E字,"), "data/" + Facts + "(2,H)"),
        new(ProblemKinds.BadCharacters, s => s.Replace(Schools, "城关镇,312", "城关镇\u200B,312"), "data/" + Schools + "(4,D)"),
        new(ProblemKinds.BadContact, s => s.Replace("small/channels.csv", "dudao@demo.example", "dudao@demo.example?cc=a"), "data/small/channels.csv(3,D)", "mail 要一个电子邮箱地址，前后没有别的字", "jyj@example.gov.cn"),
        new(ProblemKinds.BadContact, s => s.Replace("small/channels.csv", "099-1234567", "099-1234567 王主任"), "data/small/channels.csv(2,D)", "phone 要一个电话号码，只用数字、空格、-、+、括号和“转”", "0999-1234567 转 801"),
        new(ProblemKinds.ReservedName, s => s.Replace(Schools, "9921000003", "Con"), "data/" + Schools + "(6,A)", "Con"),
        new(ProblemKinds.Separator, s => s.Write(Facts, "place;year;topic\n990101;2023;general\n"), "data/" + Facts + "(1,A)", "分号"),
        new(ProblemKinds.BadAddress, s => s.Replace("small/sources.csv", "https://demo.example/report", "javascript:alert(1)"), "data/small/sources.csv(2,F)", "javascript:alert(1)"),
        new(ProblemKinds.NeverPublished, s => s.Replace(Schools, ",canteen", ",sick_leave").Replace(Schools, ",27,,有", ",27,,").Replace(Schools, ",20,有", ",20,"), "data/" + Schools + "(1,R)", "sick_leave"),
    ];

    /// <summary>Keys, references, schemes.</summary>
    public static IEnumerable<Mistake> References { get; } =
    [
        new(ProblemKinds.RepeatedKey, s => s.Append("small/places.csv", "990101,青渡县,county,990100,,,,"), "data/small/places.csv(6,A)", "990101", "data/small/places.csv(4)", "代码"),
        new(ProblemKinds.RepeatedKey, s => s.Replace(Schools, "9921000002", "9921000001").Replace("small/school-links.csv", "9921000002", "9921000003"), "data/" + Schools + "(3,A)", "9921000001", "data/" + Schools + "(2)", "学校标识码"),
        new(ProblemKinds.UnknownPlace, s => s.Replace(Facts, "990101", "990103"), "data/" + Facts + "(2,A)", "990103", "990100"),
        new(ProblemKinds.UnknownSchool, s => s.Replace("small/releases/2023.1/exclusions.csv", "9931000002", "9931000009"), "data/small/releases/2023.1/exclusions.csv(2,A)", "9931000009", "9931000001"),
        new(ProblemKinds.UnknownSchool, s => s.Replace(Schools, ",9921000001,人民路9号", ",9921000007,人民路9号"), "data/" + Schools + "(6,H)", "9921000007", "9921000001"),
        new(ProblemKinds.UnknownSchool, s => s.Replace(Settings, "9921000001", "8921000001"), "data/small/settings.yaml(14)", "8921000001", "9921000001"),
        new(ProblemKinds.UnknownScheme, s => s.Replace(Release, "[basic-2012]", "[basic-2021]"), "data/" + Release + "(7)", "basic-2021", "basic-2012"),
        new(ProblemKinds.UnknownStage, s => s.Replace(Coefficients, "2022,primary", "2022,senior"), "data/" + Coefficients + "(2,C)", "senior", "primary junior"),
        new(ProblemKinds.UnknownIndicator, s => s.Replace(Coefficients, "composite", "composit"), "data/" + Coefficients + "(2,E)", "composit", "basic-2012", "composite"),
        new(ProblemKinds.UnknownSource, s => s.Replace(Facts, "report-2023", "report-2032"), "data/" + Facts + "(2,I)", "report-2032", "report-2023"),
        new(ProblemKinds.BadParent, s => s.Replace("small/places.csv", "county,990100,,1990", "county,990101,,1990"), "data/small/places.csv(5,D)", "990102", "990101"),
        new(ProblemKinds.NotACounty, s => s.Replace(Schools, "白石中学,990102", "白石中学,990100"), "data/" + Schools + "(5,C)", "990100"),
        new(ProblemKinds.RecognitionWithoutDocument, s => s.Replace(Procedure, ",letter-2023", ","), "data/" + Procedure + "(3,H)"),
        new(ProblemKinds.CountyWithoutChannel, s => s.Write("small/channels.csv", "place,topic,kind,value\n990101,general,phone,099-1234567\n"), "data/small/places.csv(5)", "白石县", "990102"),
        new(ProblemKinds.DemonstrationCode, s => s.Append("small/places.csv", "110101,东城区,county,990000,,,,"), "data/small/places.csv(6,A)", "110101"),
        new(ProblemKinds.InventedCode, s => s.Replace(Settings, "kind: demonstration", "kind: published-values").Write("small/places.csv", "code,name,level,parent\n110000,北京市,province,000000\n990101,青渡县,county,110000\n110101,东城区,county,110000\n").Replace(Schools, "白石中学,990102", "白石中学,110101").Replace("small/channels.csv", "990000", "110000").Replace("small/channels.csv", "990000", "110000").Replace(Settings, "990000", "110000"), "data/small/places.csv(3,A)", "990101"),
        new(ProblemKinds.BadBase, s => Revision(s, "based_on: \"2022.1\""), "data/small/releases/2023.2/release.yaml(6)", "2022.1"),
        new(ProblemKinds.MissingBase, s => Revision(s, "notes: 没有写"), "data/small/releases/2023.2/release.yaml(1)", "2023.2"),
        new(ProblemKinds.PartOfWhole, s => Revision(s, "based_on: \"2023.1\"").Write("small/releases/2023.2/schools/990101.csv", File.ReadAllText(s.PathOf(Schools))), "data/small/releases/2023.2/schools", "schools"),
        new(ProblemKinds.UnknownType, s => s.Replace(Schools, "城关镇,312", "城关镇,313"), "data/" + Schools + "(4,E)", "313", "311"),
        new(ProblemKinds.BadHost, s => s.Replace(Schools, ",9921000001,人民路9号", ",9921000003,人民路9号"), "data/" + Schools + "(6,H)", "9921000003"),
        new(ProblemKinds.OneOfTwo, s => s.Replace("small/releases/2023.1/targets.csv", "990101,,2025", ",,2025"), "data/small/releases/2023.1/targets.csv(2)", "place", "school"),
        new(ProblemKinds.BlankMark, s => Official(s).Replace(Settings, "notice:", "government: { site_name: 云岭教育, site_code: \"1\", icp: 备1号, police: \"\", host: 云岭省教育厅 }\nnotice:"), "data/small/settings.yaml(8)", "police"),
        new(ProblemKinds.BadFormula, s => s.Replace(Indicators, "teaching_area,pupils", "teaching_area / 2,pupils"), "data/" + Indicators + "(2,F)", "teaching_area / 2"),
        new(ProblemKinds.FormulaColumn, s => s.Replace(Indicators, ",teaching_area,", ",teaching_aera,"), "data/" + Indicators + "(2,F)", "teaching_aera", "teaching_area"),
        new(ProblemKinds.FormulaColumn, s => s.Replace(Indicators, ",teachers_{stage},", ",teacher_{stage},"), "data/" + Indicators + "(3,F)", "teacher_primary", "teachers_primary"),
        new(ProblemKinds.Looser, s => s.Append(Limits, "primary,composite,990000,2020-01-01,,0.66,at_most,省文件"), "data/" + Limits + "(4,F)", "0.66", "0.65"),
        new(ProblemKinds.Looser, s => s.Append(Limits, "primary,each,000000,2020-01-01,,0.50,at_most,国家文件").Append(Limits, "primary,teaching-area,990000,2020-01-01,,0.60,at_most,省文件"), "data/" + Limits + "(5,F)", "0.60", "0.50"),
        new(ProblemKinds.Looser, s => s.Write("small/schemes/basic-2012/standards.csv", "indicator,stage,place,from,until,value,floor,source\nteaching-area,primary,990000,2020-01-01,,3.4,,省文件\n"), "data/small/schemes/basic-2012/standards.csv(2,F)", "3.4", "3.5"),
        new(ProblemKinds.Looser, s => s.Replace("common/schemes/basic-2012/standards.csv", "3.5,,", "3.5,0.85,").Append("common/schemes/basic-2012/standards.csv", "teaching-area,primary,990000,2020-01-01,,3.6,0.80,省文件"), "data/common/schemes/basic-2012/standards.csv(4,G)", "0.80", "0.85"),
        new(ProblemKinds.Overlap, s => s.Append(Limits, "primary,composite,000000,2020-01-01,,0.60,at_most,新文件"), "data/" + Limits + "(4,D)", "data/" + Limits + "(2)"),
        new(ProblemKinds.StageWithoutWeight, s => s.Replace(Scheme, ", senior: 1.32", ""), "data/" + Scheme + "(9)", "senior"),
        new(ProblemKinds.UnknownWhat, s => s.Append(Limits, "primary,teacher,000000,2012-01-20,,0.5,at_most,文件"), "data/" + Limits + "(4,B)", "teacher", "teachers"),
        new(ProblemKinds.UntilBeforeFrom, s => s.Replace(Limits, "2012-01-20,,0.65", "2012-01-20,2011-01-01,0.65"), "data/" + Limits + "(2,E)", "2012-01-20", "2011-01-01"),
        new(ProblemKinds.UntilBeforeFrom, s => s.Replace("small/places.csv", "1990-01-01,,", "1990-01-01,1989-12-31,"), "data/small/places.csv(5,G)", "1990-01-01", "1989-12-31"),
        new(ProblemKinds.OwnSuccessor, s => s.Replace("small/places.csv", "1990-01-01,,", "1990-01-01,,990102"), "data/small/places.csv(5,H)", "990102"),
        new(ProblemKinds.TooManyToMeet, s => s.Replace(Scheme, "met_at_least: all", "met_at_least: 3"), "data/" + Scheme + "(16)", "3", "2"),
        new(ProblemKinds.NoIndicators, s => s.Write(Indicators, "indicator,label,short,unit,decimals,numerator,per,split,better,use,source\n").Delete(Coefficients).Delete("common/schemes/basic-2012/standards.csv"), "data/" + Indicators, "basic-2012"),
    ];

    /// <summary>Texts of input/.</summary>
    public static IEnumerable<Mistake> Texts { get; } =
    [
        new(ProblemKinds.NoFrontMatter, s => s.Write("../input/small/about.md", "# 关于\n"), "input/small/about.md(1)"),
        new(ProblemKinds.OpenFrontMatter, s => s.Write("../input/small/about.md", "---\ntitle: 关于\n正文\n"), "input/small/about.md(1)"),
        new(ProblemKinds.BadTextName, s => s.Write("../input/small/关于.md", "---\ntitle: 关于\n---\n"), "input/small/关于.md", "关于.md"),
        new(ProblemKinds.ReservedName, s => s.Write("../input/small/aux.md", "---\ntitle: 附\n---\n"), "input/small/aux.md", "aux.md"),
        new(ProblemKinds.UnusedFile, s => s.Write("../input/small/notes/Extra.MD", "---\ntitle: 附\n---\n"), "input/small/notes/Extra.MD", "notes/Extra.MD"),
        new(ProblemKinds.UnknownKey, s => s.Replace("../input/common/methodology.md", "order: 2", "oder: 2"), "input/common/methodology.md(4)", "oder", "order"),
        new(ProblemKinds.MissingKey, s => s.Replace("../input/common/methodology.md", "title: 方法与公式\n", ""), "input/common/methodology.md(2)", "title"),
        new(ProblemKinds.BadValue, s => s.Replace("../input/common/methodology.md", "menu: footer", "menu: top"), "input/common/methodology.md(5)", "top", "menu", "none 或 footer"),
        new(ProblemKinds.BadDate, s => s.Replace("../input/common/methodology.md", "2024-03-31", "2024-3-31"), "input/common/methodology.md(6)", "2024-3-31"),
        new(ProblemKinds.PersonalData, s => s.Replace("../input/small/about.md", "演示。", "演示。打 13812345678。"), "input/small/about.md(4)", "手机号"),
    ];

    /// <summary>All rows.</summary>
    public static IReadOnlyList<Mistake> All { get; } = [.. Files, .. Cells, .. References, .. Texts, .. MistakesOfGroups.All, .. MistakesOfDuties.All, .. MistakesOfReports.All];

    private static SmallSet Revision(SmallSet set, string line) =>
        set.Write("small/releases/2023.2/release.yaml", $"id: \"2023.2\"\ntitle: 更正\nas_of: 2023-12-31\npublished: 2024-05-01\nstate: final\n{line}\n");

    private static SmallSet Official(SmallSet set)
    {
        foreach (string file in Directory.EnumerateFiles(set.SetFolder, "*", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace("990", "530", StringComparison.Ordinal).Replace("kind: demonstration", "kind: official", StringComparison.Ordinal));
        }

        return set;
    }

    private static byte[] Gb18030(byte[] utf8, string from, string to)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(Encoding.UTF8.GetString(utf8).Replace(from, to, StringComparison.Ordinal));
    }
}
