using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>What stands in a cell of shares.</summary>
public enum ShareKind : byte
{
    /// <summary>The school did not enter: its value is missing, or does not apply.</summary>
    None,

    /// <summary>Below the mean.</summary>
    Below,

    /// <summary>At the mean.</summary>
    Equal,

    /// <summary>Above the mean.</summary>
    Above,

    /// <summary>A share of the composite, which has no side.</summary>
    Whole,
}

/// <summary>A school's share in print: small, because a site keeps one per school and indicator.</summary>
/// <param name="Tenths">Tenths of a per cent, 0 to 1000.</param>
/// <param name="Kind">Side, or why there is none.</param>
public readonly record struct ShareCell(short Tenths, ShareKind Kind)
{
    /// <summary>3.2%; empty where there is none.</summary>
    public string Text => Kind == ShareKind.None ? "" : PrintedParts.Percent(Tenths);

    /// <summary>高于县均, 低于县均, 等于县均; empty without a side.</summary>
    public string Side => Kind switch { ShareKind.Below => "低于县均", ShareKind.Above => "高于县均", ShareKind.Equal => "等于县均", _ => "" };

    /// <summary>Side and share in one: 高 3.2%; empty where there is none.</summary>
    public string Short => (Kind switch { ShareKind.Below => "低 ", ShareKind.Above => "高 ", _ => "" }) + Text;
}

/// <summary>
/// The printed shares of a stage's schools, one column per indicator whose parts are published: made once, so that the county's pages
/// and the school's say the same. Each column adds up to 100 %.
/// </summary>
/// <param name="Scheme">Scheme.</param>
/// <param name="Stage">Stage.</param>
/// <param name="ForReference">True for 差距.</param>
/// <param name="Rows">Rows of the school parts in scope, in id order.</param>
/// <param name="Columns">Indicators, the composite first where it has shares.</param>
/// <param name="Cells">Cells by column, then row.</param>
public sealed record ShareBlock(Scheme Scheme, Stage Stage, bool ForReference, IReadOnlyList<int> Rows, IReadOnlyList<IndicatorId> Columns, IReadOnlyList<ShareCell[]> Cells)
{
    /// <summary>The shares of a stage.</summary>
    public static ShareBlock Of(Scheme scheme, Stage stage, bool reference, StageDrivers drivers)
    {
        List<IndicatorId> columns = [];
        List<ShareCell[]> cells = [];
        Add(IndicatorId.Composite, drivers.Composite);
        foreach (IndicatorDrivers indicator in drivers.Indicators)
        {
            Add(indicator.Indicator.Id, indicator.Schools);
        }

        return new ShareBlock(scheme, stage, reference, drivers.Rows, columns, cells);

        void Add(IndicatorId what, IReadOnlyList<SchoolShare> shares)
        {
            if (shares.Count > 0)
            {
                columns.Add(what);
                cells.Add(Printed(drivers.Rows, shares));
            }
        }
    }

    /// <summary>The blocks of a county in a release: schemes in its order, stages in theirs.</summary>
    public static IReadOnlyList<ShareBlock> Of(SiteContext site, Release release, PlaceCode code)
    {
        CountyContext county = CountyContext.Of(site, code, release);
        return [.. from scheme in county.Schemes
            from stage in scheme.Stages
            let drivers = county.Drivers(scheme, stage.Id)
            where drivers is not null
            select Of(scheme, stage, county.ForReference(scheme), drivers)];
    }

    /// <summary>The column of an indicator, empty where its parts are not published.</summary>
    public IReadOnlyList<ShareCell> Column(IndicatorId indicator)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == indicator)
            {
                return Cells[i];
            }
        }

        return [];
    }

    /// <summary>Where a row of the table of schools stands in the block, negative where it is not in scope.</summary>
    public int IndexOf(int row)
    {
        int low = 0;
        int high = Rows.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (Rows[middle] == row)
            {
                return middle;
            }

            (low, high) = Rows[middle] < row ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private static ShareCell[] Printed(IReadOnlyList<int> rows, IReadOnlyList<SchoolShare> shares)
    {
        long[] tenths = PrintedParts.Tenths([.. shares.Select(s => s.Share)]);
        ShareCell[] cells = new ShareCell[rows.Count];
        int at = 0;
        for (int i = 0; i < shares.Count; i++, at++)
        {
            while (rows[at] != shares[i].Row)
            {
                at++;
            }

            cells[at] = new ShareCell((short)tenths[i], shares[i].Side switch { Side.Below => ShareKind.Below, Side.Equal => ShareKind.Equal, Side.Above => ShareKind.Above, _ => ShareKind.Whole });
        }

        return cells;
    }
}
