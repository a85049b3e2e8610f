using Portal.Domain.Data;
using Portal.Domain.Schemes;
using Portal.Sources.Files;

namespace Portal.Sources.Tables;

/// <summary>What references may name. What is not yet known, because its own table could not be read, is not checked against.</summary>
internal sealed class Known
{
    /// <summary>Place codes, the country among them.</summary>
    public KnownWords? Places { get; set; }

    /// <summary>Documents.</summary>
    public KnownWords? Sources { get; set; }

    /// <summary>Schemes that have a folder.</summary>
    public KnownWords? SchemeIds { get; set; }

    /// <summary>Schemes that could be read.</summary>
    public Dictionary<string, Scheme> Schemes { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of the indicators of each scheme, those with a problem too.</summary>
    public Dictionary<string, KnownWords> Indicators { get; } = new(StringComparer.Ordinal);

    /// <summary>Codes by vocabulary.</summary>
    public Dictionary<string, KnownWords>? Codes { get; set; }

    /// <summary>School types.</summary>
    public KnownWords? Types { get; set; }

    /// <summary>Counties.</summary>
    public HashSet<string> Counties { get; } = new(StringComparer.Ordinal);

    /// <summary>Raw columns, types and codes.</summary>
    public Vocabulary? Vocabulary { get; set; }
}
