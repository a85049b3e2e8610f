using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Evaluation;

/// <summary>Names of the raw columns that each stage has, made once a stage and not with every school.</summary>
internal static class StageColumn
{
    private static readonly Term OfPupils = new("pupils_{stage}", 1);
    private static readonly Term OfClasses = new("classes_{stage}", 1);

    /// <summary>Column of a stage's pupils.</summary>
    public static string Pupils(StageId stage) => OfPupils.ColumnFor(stage);

    /// <summary>Column of a stage's classes.</summary>
    public static string Classes(StageId stage) => OfClasses.ColumnFor(stage);
}
