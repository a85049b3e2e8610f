namespace Portal.Domain.Data;

/// <summary>What a raw column counts.</summary>
public enum ColumnKind
{
    /// <summary>Pupils 在校生.</summary>
    Pupils,

    /// <summary>Classes 班.</summary>
    Classes,

    /// <summary>Staff 教职工: may have a smallest count that is published.</summary>
    Staff,

    /// <summary>Buildings, equipment, books: divided between the stages of a through-school where an indicator says so.</summary>
    Asset,

    /// <summary>Rooms 用房.</summary>
    Rooms,

    /// <summary>Words.</summary>
    Text,
}

/// <summary>At which level the values of a column may be published.</summary>
public enum Disclosure
{
    /// <summary>School by school.</summary>
    School,

    /// <summary>County totals only.</summary>
    County,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>A raw column of the table of schools (columns.csv).</summary>
/// <param name="Name">Header in English, e.g. <c>teachers_primary</c>.</param>
/// <param name="Label">Header in Chinese.</param>
/// <param name="Unit">Unit, e.g. 平方米.</param>
/// <param name="Stage">Stage the column belongs to, null for all.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Decimals">Decimals at most.</param>
/// <param name="Disclosure">Level of publication.</param>
/// <param name="Basis">Legal basis of publication (个人信息保护法, 统计法; rules.md §7.5).</param>
/// <param name="MinCount">Smallest count published, null where there is none.</param>
/// <param name="Source">Where the column comes from.</param>
public sealed record Column(string Name, string Label, string Unit, StageId? Stage, ColumnKind Kind, int Decimals, Disclosure Disclosure, string Basis, int? MinCount, string Source);

/// <summary>Type of a school (types.csv; 办学类型, GB/T 33782-2017 表4) with the stages it has.</summary>
/// <param name="Code">Code.</param>
/// <param name="Label">Label.</param>
/// <param name="Stages">Stages.</param>
/// <param name="IsTeachingPoint">教学点: a teaching point, small by nature; its counts are shown before its rates, and it keeps a row of its own whoever manages it.</param>
public sealed record SchoolType(string Code, string Label, IReadOnlyList<StageId> Stages, bool IsTeachingPoint = false)
{
    /// <summary>True where the type has the stage.</summary>
    public bool Has(StageId stage) => Stages.Contains(stage);
}

/// <summary>The words of a data set: raw columns, school types and codes with their labels.</summary>
public sealed class Vocabulary(IReadOnlyList<Column> columns, IReadOnlyList<SchoolType> types, IReadOnlyDictionary<(string Vocabulary, string Code), string> codes)
{
    private readonly Dictionary<string, Column> columnsByName = columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, SchoolType> typesByCode = types.ToDictionary(t => t.Code, StringComparer.Ordinal);

    /// <summary>Raw columns in order of definition.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>School types in order of definition.</summary>
    public IReadOnlyList<SchoolType> Types => types;

    /// <summary>Labels by vocabulary and code.</summary>
    public IReadOnlyDictionary<(string Vocabulary, string Code), string> Codes => codes;

    /// <summary>Columns of pupils by stage, by which what a school's stages share is divided.</summary>
    public IReadOnlyList<Column> StagePupils { get; } = [.. columns.Where(c => c.Kind == ColumnKind.Pupils && c.Stage is not null)];

    /// <summary>What measures.csv says of measures, by vocabulary and code.</summary>
    public IReadOnlyDictionary<(string Vocabulary, string Code), MeasureDetail> Measures { get; init; } = new Dictionary<(string, string), MeasureDetail>();

    /// <summary>What measures.csv says of a measure; nothing known where it has no row.</summary>
    public MeasureDetail Measure(string vocabulary, string code) => Measures.GetValueOrDefault((vocabulary, code)) ?? new MeasureDetail("", StageUse.None, null);

    /// <summary>The column of that name, or null.</summary>
    public Column? Column(string name) => columnsByName.GetValueOrDefault(name);

    /// <summary>The type of that code, or null.</summary>
    public SchoolType? Type(string code) => typesByCode.GetValueOrDefault(code);

    /// <summary>True for a row that is no school of its own (不计校数): its host counts it. A teaching point keeps its own row (data.md §3).</summary>
    public bool IsCountedElsewhere(School school) => school.HostedBy is not null && Type(school.Type) is not { IsTeachingPoint: true };

    /// <summary>True for a 城乡类型 of the countryside (乡村; 国函〔2008〕60号, rules.md §9): codes.csv lists them as vocabulary <c>rural</c>.</summary>
    public bool IsRural(string urbanRural) => codes.ContainsKey(("rural", urbanRural));

    /// <summary>Label of a code; the code itself where it has none.</summary>
    public string Label(string vocabulary, string code) => codes.GetValueOrDefault((vocabulary, code), code);
}
