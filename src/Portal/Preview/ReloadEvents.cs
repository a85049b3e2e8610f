using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Portal.Preview;

/// <summary>Tells open pages to load themselves again, by server-sent events. A page names the version that it shows; a newer one is told at once.</summary>
internal sealed class ReloadEvents
{
    /// <summary>Same-origin script, so that the pages' own content security policy allows it.</summary>
    public const string Script = """
        (() => {
          const version = new URL(document.currentScript.src).search;
          new EventSource('/.portal/events' + version).onmessage = () => location.reload();
        })();

        """;

    private TaskCompletionSource changed = New();
    private long version = Stopwatch.GetTimestamp(); // also differs from that of an earlier run, whose pages may still be open

    /// <summary>The tag to put before the end of a page's body.</summary>
    public string Tag => string.Create(CultureInfo.InvariantCulture, $"""<script src="/.portal/reload.js?{Interlocked.Read(ref version)}"></script>""");

    /// <summary>What the pages are made from has changed.</summary>
    public void Announce()
    {
        Interlocked.Increment(ref version);
        Interlocked.Exchange(ref changed, New()).SetResult();
    }

    /// <summary>Waits with one open page until there is something newer than it shows.</summary>
    public async Task Answer(HttpContext context, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await context.Response.WriteAsync(": open\n\n", end.Token);
            await context.Response.Body.FlushAsync(end.Token);
            Task change = Volatile.Read(ref changed).Task;
            if (context.Request.QueryString.Value == string.Create(CultureInfo.InvariantCulture, $"?{Interlocked.Read(ref version)}"))
            {
                await change.WaitAsync(end.Token);
            }

            await context.Response.WriteAsync("data: reload\n\n", end.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the preview ends.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
