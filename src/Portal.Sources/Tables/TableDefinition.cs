namespace Portal.Sources.Tables;

/// <summary>What the cells of a column hold.</summary>
internal enum Content
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Letters, digits, hyphens.</summary>
    Id,

    /// <summary>Letters, digits, underscores.</summary>
    ColumnName,

    /// <summary>Six digits.</summary>
    PlaceCode,

    /// <summary>A number, a blank or a marker.</summary>
    Number,

    /// <summary>A number, never a marker.</summary>
    Value,

    /// <summary>A whole number from 0.</summary>
    Whole,

    /// <summary>yyyy-MM-dd.</summary>
    Day,

    /// <summary>yyyy-MM-dd, yyyy-MM or yyyy.</summary>
    When,

    /// <summary>yyyy.</summary>
    Year,

    /// <summary>http or https.</summary>
    Address,

    /// <summary>One of the words of the definition.</summary>
    Word,

    /// <summary>A code of a vocabulary of codes.csv.</summary>
    Code,

    /// <summary>A stage of schooling; or one of the definition's words besides.</summary>
    Stage,

    /// <summary>A place of places.csv.</summary>
    Place,

    /// <summary>A document of sources.csv.</summary>
    Source,

    /// <summary>A scheme.</summary>
    Scheme,
}

/// <summary>Whether a column and its cells must be there.</summary>
internal enum Presence
{
    /// <summary>The column may be missing, its cells may be blank.</summary>
    Optional,

    /// <summary>The column must be there, its cells may be blank.</summary>
    Column,

    /// <summary>The column must be there, its cells filled.</summary>
    Filled,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">English header.</param>
/// <param name="Label">Chinese header.</param>
/// <param name="Content">What its cells hold.</param>
/// <param name="Presence">Whether it must be there.</param>
internal sealed record ColumnDefinition(string Name, string Label, Content Content, Presence Presence)
{
    /// <summary>Words of <see cref="Content.Word"/>; the vocabulary's name of <see cref="Content.Code"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether phones and e-mails belong here.</summary>
    public bool Contact { get; init; }

    /// <summary>Whether it names something that is measured, so that examination results are refused by name.</summary>
    public bool Measure { get; init; }
}

/// <summary>A table of data.md §3: its columns and its key.</summary>
internal sealed class TableDefinition
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    /// <summary>Defines a table.</summary>
    /// <param name="name">Name of the file or sheet.</param>
    /// <param name="label">Name in Chinese, also good for a sheet.</param>
    /// <param name="key">Columns of the key.</param>
    /// <param name="columns">Columns.</param>
    public TableDefinition(string name, string label, string[] key, params ColumnDefinition[] columns)
    {
        (Name, Label, Columns) = (name, label, columns);
        for (int i = 0; i < columns.Length; i++)
        {
            indices.Add(columns[i].Name, i);
        }

        Key = Array.ConvertAll(key, k => indices[k]);
        KeyLabel = string.Join('、', Key.Select(k => columns[k].Label));
    }

    /// <summary>Name of the file or sheet.</summary>
    public string Name { get; }

    /// <summary>Name in Chinese.</summary>
    public string Label { get; }

    /// <summary>Columns.</summary>
    public IReadOnlyList<ColumnDefinition> Columns { get; }

    /// <summary>Indices of the key's columns.</summary>
    public IReadOnlyList<int> Key { get; }

    /// <summary>The key in words.</summary>
    public string KeyLabel { get; }

    /// <summary>Index of a column.</summary>
    public int Index(string column) => indices[column];
}
