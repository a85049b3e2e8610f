namespace Portal.Domain.Evaluation;

/// <summary>城区, 镇区, 乡村 (GB/T 33782-2017 表5; 国函〔2008〕60号): the first digits of the code 城乡类型.</summary>
public enum Settlement
{
    /// <summary>城区: 11x.</summary>
    City,

    /// <summary>镇区: 12x.</summary>
    Town,

    /// <summary>乡村: 2xx.</summary>
    Village,

    /// <summary>未填报: no code, or one that the standard does not know.</summary>
    Unknown,
}

/// <summary>Which kind of settlement a code names.</summary>
public static class Settlements
{
    /// <summary>The settlement of a code 城乡类型.</summary>
    public static Settlement Of(string code) =>
        code.StartsWith("11", StringComparison.Ordinal) ? Settlement.City
        : code.StartsWith("12", StringComparison.Ordinal) ? Settlement.Town
        : code.StartsWith('2') ? Settlement.Village
        : Settlement.Unknown;
}
