using Portal.Domain.Data;

namespace Portal.Site.Text;

/// <summary>Chinese words of the domain's closed sets.</summary>
public static class Labels
{
    /// <summary>Grade of a source.</summary>
    public static string Label(this SourceGrade grade) => grade switch
    {
        SourceGrade.Original => "原件",
        SourceGrade.Official => "官方",
        _ => "转载",
    };

    /// <summary>What a grade means.</summary>
    public static string Explained(this SourceGrade grade) => grade switch
    {
        SourceGrade.Original => "文件本身",
        SourceGrade.Official => "主管部门的网页",
        _ => "报刊或网站的转述，以原文件为准",
    };

    /// <summary>State of a release.</summary>
    public static string Label(this ReleaseState state) => state switch
    {
        ReleaseState.Draft => "草稿",
        ReleaseState.Notice => "公示中",
        _ => "正式",
    };

    /// <summary>Level of a place.</summary>
    public static string Label(this PlaceLevel level) => level switch
    {
        PlaceLevel.Country => "全国",
        PlaceLevel.Province => "省级",
        PlaceLevel.City => "市级",
        _ => "县级",
    };
}
