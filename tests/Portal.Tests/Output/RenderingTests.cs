using System.Collections.Concurrent;
using System.Text;
using Portal.Output;
using Portal.Site.Plan;

namespace Portal.Tests.Output;

/// <summary>Workers take several files in a row; each file is made once, whatever the number of files.</summary>
public class RenderingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(1003)]
    public void Each_file_is_taken_once_with_its_own_bytes(int count)
    {
        ConcurrentBag<(int Index, string Text)> taken = [];
        PlannedFile[] files = [.. Enumerable.Range(0, count).Select(i => new PlannedBytes($"{i}.txt", "", Encoding.UTF8.GetBytes($"file {i}")))];
        Assert.Empty(Portal.Output.Rendering.All(files, (index, content) => taken.Add((index, Encoding.UTF8.GetString(content)))));
        Assert.Equal(Enumerable.Range(0, count).Select(i => (i, $"file {i}")), taken.OrderBy(t => t.Index).Select(t => (t.Index, t.Text)));
    }

    [Fact]
    public void A_file_that_fails_does_not_keep_its_neighbours_from_being_made()
    {
        ConcurrentBag<int> taken = [];
        PlannedFile[] files = [.. Enumerable.Range(0, 10).Select(i => new PlannedBytes($"{i}.txt", "", _ => { if (i is 1 or 9) { throw new InvalidOperationException($"file {i}"); } }))];
        Assert.Equal(["1.txt", "9.txt"], Portal.Output.Rendering.All(files, (index, _) => taken.Add(index)).Select(f => f.File.Path));
        Assert.Equal([0, 2, 3, 4, 5, 6, 7, 8], taken.Order());
    }
}
