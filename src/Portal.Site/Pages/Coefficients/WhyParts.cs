using Portal.Site.Charts;

namespace Portal.Site.Pages;

/// <summary>An indicator's part of the composite.</summary>
/// <param name="Label">Indicator.</param>
/// <param name="Address">Its page, null for the foot.</param>
/// <param name="Value">Coefficient as printed.</param>
/// <param name="Part">Part of the composite, e.g. 18.1%.</param>
/// <param name="Change">By how much it moved the composite, with its sign; empty without a period before.</param>
public sealed record WhyIndicator(string Label, string? Address, string Value, string Part, string Change);

/// <summary>The indicators of a composite.</summary>
/// <param name="Rows">In the scheme's order.</param>
/// <param name="Foot">The composite with 100.0% and the whole change.</param>
/// <param name="Since">Period before, empty where there is none to compare with.</param>
/// <param name="Figure">The changes, null without a period before.</param>
public sealed record WhyIndicators(IReadOnlyList<WhyIndicator> Rows, WhyIndicator Foot, string Since, SignedFigure? Figure);

/// <summary>A school's part in an indicator's difference.</summary>
/// <param name="Name">School.</param>
/// <param name="Address">Its page, null where there is none.</param>
/// <param name="Side">高于县均, 低于县均, 等于县均.</param>
/// <param name="Share">Share, e.g. 3.2%.</param>
public sealed record WhySchool(string Name, string? Address, string Side, string Share);

/// <summary>The schools of one indicator, in order of their codes.</summary>
/// <param name="Label">Indicator.</param>
/// <param name="Mean">County's mean with its unit.</param>
/// <param name="Basis">按 12 所学校（学部）.</param>
/// <param name="Count">Number of schools.</param>
/// <param name="Rows">Schools; empty where they are many: then they are in the table of all shares on the page of drivers.</param>
/// <param name="Figure">Their bars; null where they are many and on the page of drivers only.</param>
public sealed record WhySchools(string Label, string Mean, string Basis, int Count, IReadOnlyList<WhySchool> Rows, SignedFigure? Figure)
{
    /// <summary>Above this many schools the bars are folded, and are on the page of drivers only.</summary>
    public const int FoldAbove = 40;

    /// <summary>True where there are many schools.</summary>
    public bool Many => Count > FoldAbove;
}

/// <summary>An indicator if all schools below its standard were raised to it.</summary>
/// <param name="Label">Indicator, or 综合.</param>
/// <param name="Address">Its page, null for the composite.</param>
/// <param name="Standard">Standard with its unit, or 没有标准, 不予公布.</param>
/// <param name="Below">Schools below it, empty without one.</param>
/// <param name="Now">Coefficient as printed.</param>
/// <param name="Then">Coefficient if raised, with the digits that its limit asks for; empty where it is not said.</param>
public sealed record RaisedRow(string Label, string? Address, string Standard, string Below, string Now, string Then);

/// <summary>The schools of a kind of settlement.</summary>
/// <param name="Label">城区, 镇区, 乡村, 未填报.</param>
/// <param name="Schools">Number of schools.</param>
/// <param name="Pupils">Their pupils.</param>
/// <param name="Mean">Mean with its unit.</param>
/// <param name="Share">Share of the difference that lies within the group.</param>
public sealed record GroupRow(string Label, string Schools, string Pupils, string Mean, string Share);

/// <summary>An indicator's difference between and within 城区, 镇区, 乡村.</summary>
/// <param name="Label">Indicator.</param>
/// <param name="Between">Share between the groups.</param>
/// <param name="Rows">Groups.</param>
/// <param name="Figure">Between and within as one bar; null where there is one group only.</param>
public sealed record WhyGroups(string Label, string Between, IReadOnlyList<GroupRow> Rows, SplitFigure? Figure);

/// <summary>Between and within of every indicator.</summary>
public sealed record SplitRow(string Label, string Between, string Within);

/// <summary>A school's shares in every indicator.</summary>
/// <param name="Name">School.</param>
/// <param name="Address">Its page, null where there is none.</param>
/// <param name="Cells">In the order of columns: 高 3.2%, or empty where it did not enter.</param>
public sealed record ShareRow(string Name, string? Address, IReadOnlyList<string> Cells);

/// <summary>All shares of a stage.</summary>
public sealed record ShareTable(IReadOnlyList<string> Columns, IReadOnlyList<ShareRow> Rows);

/// <summary>What drives the coefficients of one stage.</summary>
public sealed record WhyStage
{
    /// <summary>Id of the stage, for ids on the page.</summary>
    public required string Id { get; init; }

    /// <summary>小学, 初中.</summary>
    public required string Label { get; init; }

    /// <summary>Whether one school alone decides, in words; empty where nothing is limited.</summary>
    public required string Stability { get; init; }

    /// <summary>Indicators of the composite; null without one.</summary>
    public required WhyIndicators? Indicators { get; init; }

    /// <summary>Schools of the indicator with the largest coefficient; null where no parts are published.</summary>
    public required WhySchools? Schools { get; init; }

    /// <summary>Why there are no schools or not all, in words; empty where there is nothing to say.</summary>
    public required string Silent { get; init; }

    /// <summary>Effect of raising; empty where no standard applies.</summary>
    public required IReadOnlyList<RaisedRow> Raised { get; init; }

    /// <summary>By settlement; null where no parts are published.</summary>
    public required WhyGroups? Groups { get; init; }

    /// <summary>Between and within of all indicators; only on the page of drivers.</summary>
    public IReadOnlyList<SplitRow> Splits { get; init; } = [];

    /// <summary>All schools and indicators; only on the page of drivers.</summary>
    public ShareTable? Shares { get; init; }
}

/// <summary>What drives the coefficients of a scheme.</summary>
/// <param name="Anchor">Anchor on the page.</param>
/// <param name="Short">Short name of the scheme.</param>
/// <param name="ForReference">True for 差距.</param>
/// <param name="Stages">Stages that are comparable.</param>
/// <param name="Note">Source, as-of date, release.</param>
public sealed record WhySection(string Anchor, string Short, bool ForReference, IReadOnlyList<WhyStage> Stages, TableNote Note);
