using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;

namespace Portal.Sources.Tests;

/// <summary>Class and school sizes stand in sizes.csv for counting and in a scheme's items for judging: the bundled ones must not drift apart.</summary>
public class SizesOfSchemesTests
{
    [Fact]
    public void The_bundled_standards_are_those_of_the_items()
    {
        string data = Path.Combine(SmallSet.BrokenFolder, "..", "..", "data");
        Dataset set = DatasetReader.Read(Path.Combine(data, "demonstration"), Path.Combine(data, "common"), new ProblemList())!;
        Scheme quality = set.Schemes.Single(s => s.Id.Value == "quality-2017");
        SizeRules rules = new(set.SizeRules, [set.Places[PlaceCode.Country]], new DateOnly(2023, 9, 1));
        foreach (string stage in new[] { "primary", "junior" })
        {
            Item item = quality.Items.Single(i => i.Rule == ItemRule.ClassesOver && i.Stage == new StageId(stage));
            Assert.Equal(item.Threshold.Value, rules.Find(SizeMeasure.ClassStandard, new StageId(stage))!.Value.Value);
        }

        Assert.Equal(Ceiling("211"), rules.Find(SizeMeasure.SchoolSize, null, "211")!.Value.Value);
        Assert.Equal(Ceiling("312"), rules.Find(SizeMeasure.SchoolSize, null, "312")!.Value.Value);
        Assert.NotEqual(Ceiling("211"), Ceiling("312"));

        double Ceiling(string type) => quality.Items.Single(i => i.Rule == ItemRule.Ceiling && i.Inputs.Any(w => w.Key == "types" && w.Text.Split(',').Contains(type))).Threshold.Value;
    }
}
