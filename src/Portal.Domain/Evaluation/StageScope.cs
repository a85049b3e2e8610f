using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>A school part that a scheme leaves out, and why.</summary>
public sealed record LeftOut(SchoolPart Part, string Reason, bool ByDecision);

/// <summary>The school parts of a county in one stage: who is in, in id order, and who is out, with reasons (rules.md §1.4).</summary>
/// <param name="In">Parts that count.</param>
/// <param name="Out">Parts that do not.</param>
/// <param name="Unknown">Parts that would count but whose pupils are not known.</param>
public sealed record StageScope(IReadOnlyList<SchoolPart> In, IReadOnlyList<LeftOut> Out, IReadOnlyList<SchoolPart> Unknown)
{
    /// <summary>Reason for a stage without pupils in that year.</summary>
    public const string NoPupils = "本学段当年无学生";

    /// <summary>The scope of a county, stage and scheme.</summary>
    /// <param name="dataset">Data set.</param>
    /// <param name="release">Release.</param>
    /// <param name="scheme">Scheme.</param>
    /// <param name="stage">Stage.</param>
    /// <param name="county">County.</param>
    /// <param name="what">Coefficient or standards.</param>
    public static StageScope Of(Dataset dataset, Release release, Scheme scheme, StageId stage, PlaceCode county, Scope what = Scope.Coefficient) =>
        Of(release, scheme, PartsOf(dataset, release, scheme, stage, county), what);

    /// <summary>All parts of a county in a stage, whoever leaves them out, in id order.</summary>
    internal static SchoolPart[] PartsOf(Dataset dataset, Release release, Scheme scheme, StageId stage, PlaceCode county)
    {
        (int start, int length) = release.Schools.RowsOf(county).GetOffsetAndLength(release.Schools.Count);
        SchoolPart[] parts = new SchoolPart[length];
        int count = 0;
        for (int row = start; row < start + length; row++)
        {
            if (PartOf(dataset, release, scheme, stage, row) is { } part)
            {
                parts[count++] = part;
            }
        }

        return parts[..count];
    }

    /// <summary>The scope of a county's stage from its parts.</summary>
    internal static StageScope Of(Release release, Scheme scheme, SchoolPart[] parts, Scope what)
    {
        List<SchoolPart> into = new(parts.Length);
        List<LeftOut> outside = [];
        List<SchoolPart> unknown = [];
        foreach (SchoolPart part in parts)
        {
            if (ReasonOutside(release, scheme, part, what) is var (reason, byDecision))
            {
                outside.Add(new LeftOut(part, reason, byDecision));
            }
            else if (part.Pupils is var pupils && !pupils.IsKnown)
            {
                unknown.Add(part);
            }
            else if (pupils.Value <= 0)
            {
                outside.Add(new LeftOut(part, NoPupils, false));
            }
            else
            {
                into.Add(part);
            }
        }

        return new StageScope(into, outside, unknown);
    }

    /// <summary>The part of a row in a stage, or null where neither it nor a row it hosts has the stage, or where another school counts the row.</summary>
    public static SchoolPart? PartOf(Dataset dataset, Release release, Scheme scheme, StageId stage, int row)
    {
        Vocabulary vocabulary = dataset.Vocabulary;
        if (vocabulary.IsCountedElsewhere(release.Schools[row]))
        {
            return null;
        }

        bool has = Has(vocabulary, release, stage, row);
        foreach (int hosted in release.Schools.HostedRows(row))
        {
            has |= vocabulary.IsCountedElsewhere(release.Schools[hosted]) && Has(vocabulary, release, stage, hosted);
        }

        return has ? new SchoolPart(release, scheme, stage, vocabulary, row) : null;
    }

    private static bool Has(Vocabulary vocabulary, Release release, StageId stage, int row) => vocabulary.Type(release.Schools[row].Type) is { } type && type.Has(stage);

    /// <summary>Why a part is left out, or null where it counts.</summary>
    public static (string Reason, bool ByDecision)? ReasonOutside(Release release, Scheme scheme, SchoolPart part, Scope what)
    {
        // A plain loop: this is asked for every school, stage and scope.
        for (int i = 0; i < scheme.Outside.Count; i++)
        {
            OutsideRule rule = scheme.Outside[i];
            if (rule.AppliesTo.HasFlag(what)
                && (rule.Types.Count == 0 || rule.Types.Contains(part.School.Type))
                && (rule.Sponsors.Count == 0 || rule.Sponsors.Contains(part.School.Sponsor))
                && (rule.PupilsBelow is null || (part.AllPupils is { IsKnown: true } all && all.Value < rule.PupilsBelow)))
            {
                return (rule.Reason, false);
            }
        }

        Exclusion? decision = release.ExclusionOf(part.School.Id, part.Stage, scheme.Id);
        return decision is null ? null : (decision.Reason, true);
    }
}
