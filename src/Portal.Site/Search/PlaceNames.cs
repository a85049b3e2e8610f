using System.Text.RegularExpressions;

namespace Portal.Site.Search;

/// <summary>How readers shorten names of places: 青渡县 to 青渡, 双江拉祜族佤族布朗族傣族自治县 to 双江.</summary>
public static partial class PlaceNames
{
    /// <summary>The name without its kind, two characters at least; the whole name where nothing can be left out.</summary>
    public static string Short(string name) =>
        OfPeoples().Match(name) is { Success: true } own ? own.Groups[1].Value
        : OfKind().Match(name) is { Success: true } kind ? kind.Groups[1].Value
        : name;

    /// <summary>The name for the directory: a bar after the short name where that is not the name without <c>[省市县区州旗盟]</c> or 地区 at its end, as the script takes it.</summary>
    public static string Marked(string name)
    {
        var own = Short(name);
        return own == name || OfKind().Match(name) is { Success: true } kind && kind.Groups[1].Value == own ? name : own + "|" + name[own.Length..];
    }

    [GeneratedRegex("^(..+?)([省市县区州旗盟]|地区)$")]
    private static partial Regex OfKind();

    /// <summary>Autonomous places carry the names of peoples: those, 各族 and 自治 are left out.</summary>
    [GeneratedRegex("^(..+?)(?:族|各族|(?:(?:壮|满|回|苗|维吾尔|土家|彝|蒙古|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|傈僳|仡佬|东乡|高山|拉祜|水|佤|纳西|羌|土|仫佬|锡伯|柯尔克孜|达斡尔|景颇|毛南|撒拉|布朗|塔吉克|阿昌|普米|鄂温克|怒|京|基诺|德昂|保安|俄罗斯|裕固|乌孜别克|门巴|鄂伦春|独龙|塔塔尔|赫哲|珞巴)族?)*)自治[区州县旗]$")]
    private static partial Regex OfPeoples();
}
