using System.Buffers;
using System.Collections.Concurrent;

namespace Portal.Output;

/// <summary>Writes the bytes of the file with this number in the plan.</summary>
public delegate void RenderFile(int index, IBufferWriter<byte> to);

/// <summary>Takes the finished bytes of the file with this number; they are forgotten after the call.</summary>
public delegate void TakeFile(int index, ReadOnlySpan<byte> content);

/// <summary>A file that could not be rendered, and why.</summary>
public sealed record RenderFailure(int Index, Exception Error);

/// <summary>Renders all files of a plan on all cores; each worker has its own renderer and its own buffer.</summary>
public static class Rendering
{
    /// <summary>A site broken in every page needs no longer list than this.</summary>
    const int MostFailures = 1000;

    /// <param name="count">How many files the plan has.</param>
    /// <param name="newWorker">Called once per worker: a renderer that no other thread uses.</param>
    /// <param name="take">What becomes of the bytes; called from many threads. If it fails, everything stops.</param>
    /// <param name="cancel">Stops between two files.</param>
    /// <returns>Failures of rendering in the order of the plan. The other files have been taken.</returns>
    public static IReadOnlyList<RenderFailure> All(int count, Func<RenderFile> newWorker, TakeFile take, CancellationToken cancel = default)
    {
        var failures = new ConcurrentBag<RenderFailure>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        int last = -1;
        void Work()
        {
            var buffer = new PageBuffer();
            RenderFile render = newWorker();
            try
            {
                for (int index; (index = Interlocked.Increment(ref last)) < count && !stop.IsCancellationRequested;)
                {
                    buffer.Clear();
                    if (TryRender(render, index, buffer, failures))
                        take(index, buffer.Written);
                }
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
        var workers = Enumerable.Range(0, Math.Clamp(count, 1, Environment.ProcessorCount))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        Task.WhenAll(workers).GetAwaiter().GetResult();
        cancel.ThrowIfCancellationRequested();
        return [.. failures.OrderBy(failure => failure.Index)];
    }

    static bool TryRender(RenderFile render, int index, PageBuffer buffer, ConcurrentBag<RenderFailure> failures)
    {
        try
        {
            render(index, buffer);
            return true;
        }
#pragma warning disable CA1031 // whatever is wrong with one page, all the others are still looked at, and all is reported together
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (failures.Count < MostFailures)
                failures.Add(new RenderFailure(index, error));
            return false;
        }
    }
}
