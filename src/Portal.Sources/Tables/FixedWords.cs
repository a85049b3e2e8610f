namespace Portal.Sources.Tables;

/// <summary>Words that tables may hold and that no data set may change. A class of its own: the definitions of tables are made from them.</summary>
internal static class FixedWords
{
    /// <summary>Stages of schooling.</summary>
    public static readonly string[] Stages = ["primary", "junior", "senior"];

    /// <summary>Steps of recognition.</summary>
    public static readonly string[] Steps = ["申报", "自评", "复核", "省评", "公示", "认定", "复查", "推迟", "撤销"];
}
