namespace Portal.Domain.Data;

/// <summary>A day, a month, a year or nothing, as a document prints it: <c>2014-09-03</c>, <c>2016-07</c>, <c>2017</c>.</summary>
public readonly record struct DateText(string Text)
{
    /// <summary>The year, or null where none is given.</summary>
    public int? Year => Text.Length >= 4 && int.TryParse(Text.AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int year) ? year : null;

    /// <summary>The first and the last day that it can mean: a month or a year is no day; null where no date is given.</summary>
    public (DateOnly First, DateOnly Last)? Days
    {
        get
        {
            System.Globalization.CultureInfo culture = System.Globalization.CultureInfo.InvariantCulture;
            return Text.Length switch
            {
                10 when DateOnly.TryParseExact(Text, "yyyy-MM-dd", culture, System.Globalization.DateTimeStyles.None, out DateOnly day) => (day, day),
                7 when DateOnly.TryParseExact(Text + "-01", "yyyy-MM-dd", culture, System.Globalization.DateTimeStyles.None, out DateOnly month) => (month, month.AddMonths(1).AddDays(-1)),
                4 when Year is { } year and > 0 => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
                _ => null,
            };
        }
    }

    /// <summary>The first day that it can mean; null where no date is given.</summary>
    public DateOnly? FirstDay => Days?.First;

    /// <summary>The last day that it can mean; null where no date is given.</summary>
    public DateOnly? LastDay => Days?.Last;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private DateOnly? Day(bool end)
    {
        if (Year is not { } year)
        {
            return null;
        }

        int month = Part(5) ?? (end ? 12 : 1);
        return new DateOnly(year, month, Part(8) ?? (end ? DateTime.DaysInMonth(year, month) : 1));
    }

    private int? Part(int start) => Text.Length >= start + 2 ? int.Parse(Text.AsSpan(start, 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) : null;
}

/// <summary>How near a source is to the original.</summary>
public enum SourceGrade
{
    /// <summary>原件: the original document.</summary>
    Original,

    /// <summary>官方: an official page.</summary>
    Official,

    /// <summary>转载: a reprint.</summary>
    Reprint,
}

/// <summary>A document that figures were read from (sources.csv).</summary>
public sealed record SourceDocument(SourceId Id, string Title, string Issuer, string Number, DateText Date, string Address, SourceGrade Grade, string ReadFrom);

/// <summary>How a channel is reached.</summary>
public enum ChannelKind
{
    /// <summary>E-mail.</summary>
    Mail,

    /// <summary>A form at an address, which may hold <c>{title}</c>, <c>{address}</c>, <c>{release}</c>.</summary>
    Form,

    /// <summary>A phone.</summary>
    Phone,

    /// <summary>A WeChat account.</summary>
    Wechat,

    /// <summary>A postal address.</summary>
    Letter,
}

/// <summary>Where to turn to (channels.csv); inherited down the tree of places.</summary>
public sealed record Channel(PlaceCode Place, string Topic, ChannelKind Kind, string Value, string Hours, int? PromiseDays);

/// <summary>What happened to a school.</summary>
public enum SchoolLinkKind
{
    /// <summary>更名.</summary>
    Renamed,

    /// <summary>合并.</summary>
    Merged,

    /// <summary>分设.</summary>
    Split,

    /// <summary>停办、撤销.</summary>
    Closed,

    /// <summary>恢复.</summary>
    Reopened,

    /// <summary>拟撤并.</summary>
    Proposed,
}

/// <summary>A step in the life of schools (school-links.csv).</summary>
public sealed record SchoolLink(SchoolId From, SchoolId? To, SchoolLinkKind Kind, DateText Date, string OldName, string Notice, SourceId? Source);

/// <summary>A published difference coefficient of a place (coefficients.csv), with its document's own judgement.</summary>
/// <param name="Place">Place.</param>
/// <param name="Year">Year, empty where the document gives none.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Scheme">Scheme.</param>
/// <param name="Indicator">Indicator or <c>composite</c>.</param>
/// <param name="Value">The value as printed.</param>
/// <param name="Judgement">The document's words, e.g. 达到国家标准; empty where it judges nothing.</param>
/// <param name="Note">Note.</param>
/// <param name="Source">Document.</param>
public sealed record PublishedCoefficient(PlaceCode Place, string Year, StageId Stage, SchemeId Scheme, IndicatorId Indicator, Cell Value, string Judgement, string Note, SourceId Source);

/// <summary>A fact of a place (facts.csv).</summary>
public sealed record Fact(PlaceCode Place, string Year, string Topic, string Label, string Measure, Cell Value, string Unit, string Text, SourceId Source);

/// <summary>Whether a target or limit is a floor or a ceiling.</summary>
public enum Sense
{
    /// <summary>不低于.</summary>
    AtLeast,

    /// <summary>不高于.</summary>
    AtMost,
}

/// <summary>A promise (targets.csv). A blank target is a promise without a number and is never judged by number.</summary>
/// <param name="Subject">Code of a place or id of a school.</param>
public sealed record Target(string Subject, string Year, string Measure, Cell Value, Sense Sense, string Unit, string Text, SourceId Source);

/// <summary>A step on the road to recognition (procedure.csv): 申报, 自评, 复核, 省评, 公示, 认定, 复查, 推迟, 撤销.</summary>
public sealed record ProcedureStep(PlaceCode Place, SchemeId Scheme, string Step, DateText Done, string Outcome, string Authority, string Text, SourceId Source);

/// <summary>A published satisfaction rate (satisfaction.csv); no gate uses it.</summary>
public sealed record PublishedSatisfaction(PlaceCode Place, string Year, string Group, Cell RatePercent, string Question, SourceId Source);

/// <summary>A school left out of a stage of a scheme by decision (exclusions.csv), besides the scheme's own rules.</summary>
public sealed record Exclusion(SchoolId School, StageId Stage, SchemeId Scheme, string Reason);

/// <summary>Where a row stood.</summary>
/// <param name="File">File as printed in problems.</param>
/// <param name="Row">Row as Excel shows it: the header is row 1.</param>
public readonly record struct Origin(string File, int Row);
