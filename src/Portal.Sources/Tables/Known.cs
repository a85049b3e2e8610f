using Portal.Domain.Data;
using Portal.Domain.Evaluation;
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

    /// <summary>Ids of the items of each scheme, those with a problem too.</summary>
    public Dictionary<string, KnownWords> ItemIds { get; } = new(StringComparer.Ordinal);

    /// <summary>Items of each scheme that could be read.</summary>
    public Dictionary<string, IReadOnlyList<Item>> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Stages of schooling: the vocabulary <c>stage</c> of codes.csv, or the usual three where it has none.</summary>
    public KnownWords Stages => Codes?.GetValueOrDefault("stage") ?? new KnownWords(FixedWords.Stages);

    /// <summary>The place above each place.</summary>
    public Dictionary<string, string> Parents { get; } = new(StringComparer.Ordinal);

    /// <summary>A place and those above it.</summary>
    public IEnumerable<string> PathUp(string place)
    {
        // No deeper than there are levels: a wrong table may go round in a circle.
        for (int i = 0; i < 5; i++)
        {
            yield return place;
            if (!Parents.TryGetValue(place, out place!))
            {
                yield break;
            }
        }
    }

    /// <summary>Codes by vocabulary.</summary>
    public Dictionary<string, KnownWords>? Codes { get; set; }

    /// <summary>Duties to publish, and terms.</summary>
    public KnownDuties Duties { get; set; } = new([], [], []);

    /// <summary>School types.</summary>
    public KnownWords? Types { get; set; }

    /// <summary>Ids of the evaluation trees, those with a problem too.</summary>
    public KnownWords? TreeIds { get; set; }

    /// <summary>Evaluation trees that could be read.</summary>
    public Dictionary<string, EvaluationTree> Trees { get; } = new(StringComparer.Ordinal);

    /// <summary>Counties.</summary>
    public HashSet<string> Counties { get; } = new(StringComparer.Ordinal);

    /// <summary>Raw columns, types and codes.</summary>
    public Vocabulary? Vocabulary { get; set; }
}

/// <summary>What the records of publication may name.</summary>
/// <param name="ids">Ids of all duties, those with a problem too.</param>
/// <param name="duties">Duties that could be read.</param>
/// <param name="terms">Ids of the terms.</param>
internal sealed class KnownDuties(IEnumerable<string> ids, IEnumerable<(Duty Duty, Clock Clock)> duties, IEnumerable<string> terms)
{
    private readonly Dictionary<string, (Duty Duty, Clock Clock)> byId = duties.ToDictionary(d => d.Duty.Id, StringComparer.Ordinal);

    /// <summary>Ids of all duties.</summary>
    public KnownWords Ids { get; } = new(ids);

    /// <summary>Terms.</summary>
    public KnownWords Terms { get; } = new(terms);

    /// <summary>The duty and its clock, null where it could not be read.</summary>
    public (Duty Duty, Clock Clock)? Find(string id) => byId.TryGetValue(id, out (Duty, Clock) duty) ? duty : null;
}
