namespace Portal.Site.Search;

/// <summary>What a text is, in the order in which results list them.</summary>
public enum TextKind
{
    /// <summary>An indicator: definition, formula, source.</summary>
    Indicator,

    /// <summary>A page of words: methodology, glossary and the like.</summary>
    Words,

    /// <summary>A supervision report.</summary>
    Report,

    /// <summary>A finding of the rectification ledger.</summary>
    Finding,

    /// <summary>The sentences of a county.</summary>
    County,
}

/// <summary>A text that search can find. What it says is asked for when it is needed, and not kept.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Code of the place that it is about; empty for the whole site.</param>
/// <param name="Order">Its order among the texts of one kind and place; unique there.</param>
/// <param name="Read">What it says; the same each time.</param>
public sealed record TextDocument(TextKind Kind, string Place, string Order, Func<TextBody> Read);

/// <summary>What a text says.</summary>
/// <param name="Title">Title; searched like a sentence.</param>
/// <param name="At">Where, as shown; searched too, so that a place and a word find what is said of the place. May be empty.</param>
/// <param name="Date">Day as shown; may be empty.</param>
/// <param name="Address">Address of its page from the root of the site.</param>
/// <param name="Sentences">Sentences; each is shown and searched by itself.</param>
public sealed record TextBody(string Title, string At, string Date, string Address, IReadOnlyList<string> Sentences)
{
    /// <summary>All that is searched: title, place, sentences.</summary>
    public IEnumerable<string> Searched => Sentences.Prepend(At).Prepend(Title);
}

/// <summary>A place that narrows the results: its code's beginning is that of all places in it.</summary>
/// <param name="Prefix">Beginning of the codes, e.g. <c>99</c>.</param>
/// <param name="Name">Name.</param>
public sealed record TextArea(string Prefix, string Name);

/// <summary>A file of the index of texts. Its bytes are made when asked for; safe to ask from several threads.</summary>
public sealed class TextFile
{
    private readonly Func<byte[]> content;

    internal TextFile(string path, IReadOnlyList<TextDocument> texts, Func<byte[]> content)
    {
        (Path, Texts) = (path, texts);
        this.content = content;
    }

    /// <summary>Path from the root of the site. The name is neutral: the file is gzip, but no server may label it so.</summary>
    public string Path { get; }

    /// <summary>The texts whose words it is made of; one list for all files that are made of the same.</summary>
    public IReadOnlyList<TextDocument> Texts { get; }

    /// <summary>The file, gzip.</summary>
    public byte[] ToBytes() => GzipBytes.Of(content());
}
