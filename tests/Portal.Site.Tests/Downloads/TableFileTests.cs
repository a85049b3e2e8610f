using System.Buffers;
using System.Globalization;
using System.Text;
using Portal.Site.Downloads;
using Portal.Site.Plan;
using Portal.Site.Rendering;

namespace Portal.Site.Tests.Downloads;

/// <summary>
/// Files put together from blocks of an earlier file have the bytes of files that are written whole. Expected bytes come from a table without
/// anything kept; which blocks are kept, and where they stand in the earlier file, is worked out here by hand.
/// </summary>
public class TableFileTests
{
    private int worked;

    [Fact]
    public void Kept_blocks_give_the_bytes_of_a_file_written_whole_and_are_not_worked_out()
    {
        Random random = new(20261124);
        using PageScratch scratch = new();
        for (int round = 0; round < 300; round++)
        {
            // A county has a name and a state; its block has no, one or some rows that follow from both.
            (int County, int State)[] before = [.. Enumerable.Range(0, random.Next(6)).Select(c => (c, random.Next(4)))];
            (int County, int State)[] now = [.. Enumerable.Range(0, random.Next(7)).Where(_ => random.Next(5) > 0).Select(c => random.Next(3) == 0 ? (c, random.Next(4)) : before.ElementAtOrDefault(c) is var old && old.County == c ? old : (c, 0))];
            DownloadTable earlier = Table(before), later = Table(now);
            (string Csv, string Json) expected = (Written(to => later.Csv(later.Parts[0], to)), Written(to => later.Json(later.Parts[0], to)));

            Kept csv = new(Written(to => earlier.Csv(earlier.Parts[0], to)), 3 + "a,b\r\n".Length, before, now), json = new(Written(to => earlier.Json(earlier.Parts[0], to)), "{\"columns\":[\"a\",\"b\"],\n\"data\":[".Length, before, now);
            csv.Measure(earlier, before, isJson: false);
            json.Measure(earlier, before, isJson: true);
            PlannedRows[] files = [.. later.Files("x/", Basis.Everything).Cast<PlannedRows>()];
            files[0].Keep(csv);
            files[1].Keep(json);
            worked = 0;
            ArrayBufferWriter<byte> made = new(), other = new();
            files[0].Write(scratch, made);
            files[1].Write(scratch, other);

            Assert.Equal(expected.Csv, Encoding.UTF8.GetString(made.WrittenSpan));
            Assert.Equal(expected.Json, Encoding.UTF8.GetString(other.WrittenSpan));
            Assert.Equal(now.Count(c => !before.Contains(c)), worked);
            Assert.Equal(expected.Csv.Count(c => c == '\n') - 1, later.Parts[0].Count());
            Assert.Equal(Encoding.UTF8.GetByteCount(expected.Csv), csv.End);
            Assert.Equal(Encoding.UTF8.GetByteCount(expected.Json) - "\n]}\n".Length, json.End);
        }
    }

    [Fact]
    public void Rows_of_kept_files_are_counted_without_being_worked_out()
    {
        (int, int)[] counties = [(1, 2), (2, 0), (3, 3)];
        DownloadTable table = Table(counties);
        Kept kept = new(Written(to => table.Csv(table.Parts[0], to)), 3 + "a,b\r\n".Length, counties, counties);
        kept.Measure(table, counties, isJson: false);
        ((PlannedRows)table.Files("x/", Basis.Everything).First()).Keep(kept);
        DownloadPart part = table.Parts[0] with { };
        worked = 0;

        Assert.Equal(5, part.Count());
        Assert.Equal(0, worked);
    }

    private DownloadTable Table((int County, int State)[] counties) => new("t", DownloadKind.Result, "表", [new("a", DownloadType.Text, "甲"), new("b", DownloadType.Number, "乙")], () => counties.Select(c => new RowBlock(Basis.Common, to =>
    {
        worked++;
        for (int row = 0; row < c.State; row++)
        {
            to.Text($"县{c.County}, [\"{row}\"]");
            to.Number(c.State / 3.0);
            to.EndRow();
        }
    })));

    private static string Written(Action<IBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> to = new();
        write(to);
        return Encoding.UTF8.GetString(to.WrittenSpan);
    }

    /// <summary>An earlier file whose blocks are measured by writing tables of its first counties.</summary>
    private sealed class Kept(string file, int first, (int County, int State)[] before, (int County, int State)[] now) : IKeptRows
    {
        private readonly Dictionary<(int, int), KeptRows> there = [];

        public long End { get; private set; }

        public void Measure(DownloadTable table, (int County, int State)[] counties, bool isJson)
        {
            RowBlock[] blocks = [.. table.Parts[0].Blocks()];
            int tail = isJson ? "\n]}\n".Length : 0, at = first;
            for (int i = 0; i < counties.Length; i++)
            {
                DownloadTable beginning = table with { Parts = [new DownloadPart("t", "", () => blocks.Take(i + 1))] };
                int end = Encoding.UTF8.GetByteCount(Written(to =>
                {
                    if (isJson)
                    {
                        beginning.Json(beginning.Parts[0], to);
                    }
                    else
                    {
                        beginning.Csv(beginning.Parts[0], to);
                    }
                })) - tail;
                there.Add(counties[i], new KeptRows(at, end - at, counties[i].State));
                at = end;
            }
        }

        public KeptRows? Find(int block) => before.Contains(now[block]) ? there[now[block]] : null;

        public Stream Open() => new MemoryStream(Encoding.UTF8.GetBytes(file));

        public void Made(long from, IReadOnlyList<(int Length, long Rows)> blocks)
        {
            Assert.Equal(first, from);
            Assert.Equal(now.Select(c => c.State.ToString(CultureInfo.InvariantCulture)), blocks.Select(b => b.Rows.ToString(CultureInfo.InvariantCulture)));
            End = from + blocks.Sum(b => b.Length);
        }
    }
}
