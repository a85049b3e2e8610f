namespace Portal.SampleData;

/// <summary>The invented province's standards for running a school (办学基本标准), which most of its schools meet.</summary>
internal static class Standards
{
    /// <summary>A standard for an amount for each pupil. <c>Per</c> pupils-units make one unit of the raw column (10,000 yuan, 100 pupils).</summary>
    public static readonly (string Indicator, string Column, double Primary, double Junior, double Per, int Decimals)[] Assets =
    [
        ("teaching-area", "teaching_area", 2.50, 3.40, 1, 1),
        ("sports-area", "sports_area", 3.20, 4.20, 1, 0),
        ("equipment", "equipment", 500, 800, 10000, 2),
        ("computers", "computers", 8, 10, 100, 0),
        ("books", "books", 12, 18, 1, 0),
    ];

    /// <summary>Teachers for each pupil.</summary>
    public static readonly (string Indicator, string Column, string Stage, decimal Value)[] Teachers =
    [
        ("teachers", "teachers", "primary", 0.053m),
        ("teachers", "teachers", "junior", 0.070m),
        ("above-degree-teachers", "teachers_above", "primary", 0.040m),
        ("above-degree-teachers", "teachers_above", "junior", 0.055m),
        ("mid-rank-teachers", "teachers_mid", "primary", 0.010m),
        ("mid-rank-teachers", "teachers_mid", "junior", 0.025m),
    ];

    /// <summary>The set-level overlay: schemes/basic-2012/standards.csv.</summary>
    public const string Table = """
        indicator,stage,place,from,until,value,floor,source
        teaching-area,primary,990000,2013-01-01,,2.50,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        teaching-area,junior,990000,2013-01-01,,3.40,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        sports-area,primary,990000,2013-01-01,,3.20,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        sports-area,junior,990000,2013-01-01,,4.20,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        equipment,primary,990000,2013-01-01,,500,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        equipment,junior,990000,2013-01-01,,800,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        computers,primary,990000,2013-01-01,,8.0,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        computers,junior,990000,2013-01-01,,10.0,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        books,primary,990000,2013-01-01,,12.0,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        books,junior,990000,2013-01-01,,18.0,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        teachers,primary,990000,2013-01-01,,0.053,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        teachers,junior,990000,2013-01-01,,0.070,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        above-degree-teachers,primary,990000,2013-01-01,,0.040,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        above-degree-teachers,junior,990000,2013-01-01,,0.055,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        mid-rank-teachers,primary,990000,2013-01-01,,0.010,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        mid-rank-teachers,junior,990000,2013-01-01,,0.025,,《云岭省义务教育学校办学基本标准》（演示文件〔2012〕31号）附表一
        """;
}
