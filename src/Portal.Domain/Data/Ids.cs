namespace Portal.Domain.Data;

/// <summary>Administrative code of a place (行政区划代码, GB/T 2260): six digits; <c>000000</c> is the country.</summary>
public readonly record struct PlaceCode(string Value) : IComparable<PlaceCode>
{
    /// <summary>The country as a whole (全国), known to every data set.</summary>
    public static readonly PlaceCode Country = new("000000");

    /// <inheritdoc/>
    public int CompareTo(PlaceCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identification code of a school (学校(机构)标识码), ten digits in official data; stable through renaming.</summary>
public readonly record struct SchoolId(string Value) : IComparable<SchoolId>
{
    /// <inheritdoc/>
    public int CompareTo(SchoolId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Stage of schooling (学段): <c>primary</c> 小学, <c>junior</c> 初中, <c>senior</c> 高中 (only as a share of a through-school).</summary>
public readonly record struct StageId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Evaluation scheme (督导评估办法), e.g. <c>basic-2012</c>.</summary>
public readonly record struct SchemeId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Indicator of a scheme (指标), e.g. <c>sports-area</c>; <see cref="Composite"/> names the mean of all.</summary>
public readonly record struct IndicatorId(string Value)
{
    /// <summary>综合差异系数: the plain mean of a scheme's single coefficients.</summary>
    public static readonly IndicatorId Composite = new("composite");

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Document that a figure was read from (来源).</summary>
public readonly record struct SourceId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Release of a period (发布): <c>2023.2</c> is the second revision of period 2023. Ordered by period, then revision.</summary>
/// <param name="Period">Period, usually a year.</param>
/// <param name="Revision">1 for the first publication, then 2, 3 …</param>
public readonly record struct ReleaseId(string Period, int Revision) : IComparable<ReleaseId>
{
    /// <summary>Reads <c>2023.1</c>.</summary>
    /// <returns>False when the text is not <c>period.revision</c> with a revision of at least 1.</returns>
    public static bool TryParse(string text, out ReleaseId id)
    {
        id = default;
        int dot = text.LastIndexOf('.');
        if (dot <= 0 || !int.TryParse(text.AsSpan(dot + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int revision) || revision < 1)
        {
            return false;
        }

        id = new ReleaseId(text[..dot], revision);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ReleaseId other)
    {
        int byPeriod = string.CompareOrdinal(Period, other.Period);
        return byPeriod != 0 ? byPeriod : Revision.CompareTo(other.Revision);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Period}.{Revision}");
}
