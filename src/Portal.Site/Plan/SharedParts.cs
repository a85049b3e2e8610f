using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace Portal.Site.Plan;

/// <summary>Parts that many pages share (head of the page, foot), kept as ready HTML by key so that they are worked out once.</summary>
internal sealed class SharedParts
{
    private readonly ConcurrentDictionary<string, MarkupString> parts = new(StringComparer.Ordinal);

    public MarkupString Get(string key, Func<string> make) => parts.GetOrAdd(key, _ => new MarkupString(make()));
}
