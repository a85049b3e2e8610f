using System.Collections.Concurrent;
using Portal.Site.Plan;
using Portal.Site.Rendering;

namespace Portal.Output;

/// <summary>Takes the finished bytes of the file with this number in the plan; they are forgotten after the call.</summary>
public delegate void TakeFile(int index, ReadOnlySpan<byte> content);

/// <summary>A file that could not be rendered, and why.</summary>
public sealed record RenderFailure(PlannedFile File, Exception Error);

/// <summary>Renders all files of a plan on all cores; each worker has its own renderer and its own buffer.</summary>
public static class Rendering
{
    /// <summary>A site broken in every page needs no longer list than this.</summary>
    private const int MostFailures = 1000;

    /// <summary>A worker takes so many files in a row: neighbours (a working and its workbook, a county's pages) are made from the same results.</summary>
    private const int Row = 4;

    /// <param name="files">The plan.</param>
    /// <param name="take">What becomes of the bytes; called from many threads. If it fails, everything stops.</param>
    /// <returns>Failures of rendering in the order of the plan. The other files have been taken.</returns>
    public static IReadOnlyList<RenderFailure> All(IReadOnlyList<PlannedFile> files, TakeFile take)
    {
        var failures = new ConcurrentBag<(int Index, RenderFailure Failure)>();
        int rows = 0;
        bool stop = false;
        void Make(int index, PageScratch scratch, PageBuffer buffer)
        {
            buffer.Clear();
            if (Failure(files[index], scratch, buffer) is not { } error)
            {
                take(index, buffer.Written);
            }
            else if (failures.Count < MostFailures)
            {
                failures.Add((index, new RenderFailure(files[index], error)));
            }
        }

        void Work()
        {
            var buffer = new PageBuffer();
            using var scratch = new PageScratch();
            try
            {
                for (int first; (first = Row * (Interlocked.Increment(ref rows) - 1)) < files.Count;)
                {
                    for (int index = first; index < Math.Min(first + Row, files.Count) && !Volatile.Read(ref stop); index++)
                    {
                        Make(index, scratch, buffer);
                    }
                }
            }
            catch
            {
                Volatile.Write(ref stop, true);
                throw;
            }
        }
        Task[] workers = [.. Enumerable.Range(0, Math.Clamp(files.Count, 1, Environment.ProcessorCount))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WhenAll(workers).GetAwaiter().GetResult();
        return [.. failures.OrderBy(failure => failure.Index).Select(failure => failure.Failure)];
    }

    private static Exception? Failure(PlannedFile file, PageScratch scratch, PageBuffer buffer)
    {
        try
        {
            file.Write(scratch, buffer);
            return null;
        }
#pragma warning disable CA1031 // whatever is wrong with one page, all the others are still looked at, and all is reported together
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error;
        }
    }
}
