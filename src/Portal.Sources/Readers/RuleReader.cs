using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Reads standards.csv and limits.csv: dated rows by place, none looser than the country's.</summary>
internal sealed class RuleReader(Reading reading, Scheme scheme, Known known)
{
    private static readonly string[] WithoutStage = ["government", "satisfaction", .. SurveyResult.DutyMatters];
    private static readonly string[] Matters = ["composite", "each", .. WithoutStage];

    /// <summary>Standards of each school.</summary>
    public IReadOnlyList<Standard> Standards(TableFiles? files, TableFiles? common)
    {
        List<Dated<Standard>> rows = ReadStandards(files);
        List<Dated<Standard>> country = files == common ? rows : [.. rows, .. ReadStandards(common)];
        DatedRows.Check(reading, rows, country, LooserThan);
        return [.. rows.Select(r => r.Rule)];

        (string, Cell)? LooserThan(Standard own, Standard nation)
        {
            bool lower = scheme.Indicator(own.Indicator)?.Better == Better.Lower;
            bool looser = lower ? own.Value.Value > nation.Value.Value : own.Value.Value < nation.Value.Value;
            return looser ? ("value", nation.Value) : own.Floor?.Value < nation.Floor?.Value ? ("floor", nation.Floor.Value) : null;
        }
    }

    /// <summary>Limits on a county.</summary>
    public IReadOnlyList<Limit> Limits(TableFiles? files, TableFiles? common)
    {
        List<Dated<Limit>> rows = ReadLimits(files);
        List<Dated<Limit>> country = files == common ? rows : [.. rows, .. ReadLimits(common)];
        DatedRows.Check(reading, rows, country, LooserThan, Related);
        return [.. rows.Select(r => r.Rule)];

        // A place's limit on one indicator takes the place of the country's limit on each, and the other way round (Scheme.LimitFor).
        IEnumerable<string> Related(Limit limit) =>
            limit.What == "each" ? scheme.Indicators.Select(i => $"{i.Id}/{limit.Stage}")
            : scheme.Indicator(new IndicatorId(limit.What)) is not null ? [$"each/{limit.Stage}"]
            : [];

        static (string, Cell)? LooserThan(Limit own, Limit nation) =>
            own.Sense != nation.Sense || (nation.Sense == Sense.AtMost ? own.Value.Value > nation.Value.Value : own.Value.Value < nation.Value.Value)
                ? ("limit", nation.Value)
                : null;
    }

    private List<Dated<Standard>> ReadStandards(TableFiles? files)
    {
        List<Dated<Standard>> rows = [];
        foreach (TableRow row in Table.Read(reading, Definitions.Standards, files, known).Rows)
        {
            string indicator = row.Text("indicator");
            if (!known.Indicators[scheme.Id.Value].Has(indicator))
            {
                reading.Reject(ProblemKinds.UnknownIndicator, row.At("indicator"), indicator, scheme.Id.Value, known.Indicators[scheme.Id.Value].NearestTo(indicator));
                continue;
            }

            if (row.Text("floor").Length > 0 && row.Cell("floor").Value is not (> 0 and <= 1))
            {
                reading.Reject(ProblemKinds.BadFloor, row.At("floor"), row.Text("floor"));
                continue;
            }

            if (IsStage(row, row.Text("stage")) && DatedRows.IsInOrder(reading, row))
            {
                Standard standard = new(new IndicatorId(indicator), new StageId(row.Text("stage")), new PlaceCode(row.Text("place")), row.Day("from")!.Value, row.Day("until"), row.Cell("value"), row.Text("floor").Length > 0 ? row.Cell("floor") : null, row.Text("source"));
                rows.Add(new(standard, $"{indicator}/{standard.Stage}", standard.Place.Value, standard.From, standard.Until, row));
            }
        }

        return rows;
    }

    private List<Dated<Limit>> ReadLimits(TableFiles? files)
    {
        List<Dated<Limit>> rows = [];
        foreach (TableRow row in Table.Read(reading, Definitions.Limits, files, known).Rows)
        {
            string what = row.Text("what");
            if (Array.IndexOf(Matters, what) < 0 && !known.Indicators[scheme.Id.Value].Has(what))
            {
                reading.Reject(ProblemKinds.UnknownWhat, row.At("what"), what, Nearest.To(what, [.. Matters, .. scheme.Indicators.Select(i => i.Id.Value)]));
                continue;
            }

            string stage = row.Text("stage");
            if ((stage.Length > 0 ? IsStage(row, stage) : IsWithoutStage(row, what)) && DatedRows.IsInOrder(reading, row))
            {
                Limit limit = new(stage.Length > 0 ? new StageId(stage) : null, what, new PlaceCode(row.Text("place")), row.Day("from")!.Value, row.Day("until"), row.Cell("limit"), row.Choice("sense", Sense.AtMost, Sense.AtLeast), row.Text("source"));
                rows.Add(new(limit, $"{what}/{stage}", limit.Place.Value, limit.From, limit.Until, row));
            }
        }

        return rows;
    }

    private bool IsStage(TableRow row, string stage)
    {
        if (scheme.Stages.Any(s => s.Id.Value == stage))
        {
            return true;
        }

        reading.Reject(ProblemKinds.UnknownStage, row.At("stage"), stage, string.Join(' ', scheme.Stages.Select(s => s.Id.Value)));
        return false;
    }

    private bool IsWithoutStage(TableRow row, string what)
    {
        if (Array.IndexOf(WithoutStage, what) >= 0)
        {
            return true;
        }

        reading.Add(ProblemKinds.BlankCell, row.At("stage"), "学段");
        return false;
    }
}
