namespace Portal.Browser.Tests;

/// <summary>The script against tests/search-cases.json, the rules that the index was made by in C#.</summary>
[Collection(Chromium.Name)]
public sealed class SharedRulesTests(Chromium chromium)
{
    [Fact]
    public async Task The_script_writes_and_rates_names_as_the_index_does()
    {
        await using Window window = await chromium.OpenAsync(chromium.Demonstration);
        await window.GoAsync("search/");
        await window.Page.EvaluateAsync("portalNames().then(s => s.find('zz'))"); // letters: the second script comes
        string cases = await File.ReadAllTextAsync(BuiltSite.At("tests/search-cases.json"));
        string[] wrong = await window.Page.EvaluateAsync<string[]>("""
            async text => {
              const cases = JSON.parse(text), wrong = [], s = window.portalSearch;
              for (const c of cases.normalise) { const now = s.normalise(c.text, c.tens); if (now !== c.is) wrong.push(`${c.text}: ${now}, not ${c.is}`); }
              for (const c of cases.score) { const now = s.score(c.query, c.names); if (now !== c.class) wrong.push(`${c.query} in ${c.names}: ${now}, not ${c.class}`); }
              for (const c of cases.sound) { const now = await s.sound(c.query, c.names); if (now !== c.class) wrong.push(`${c.query} in ${c.names}: sounds ${now}, not ${c.class}`); }
              for (const c of cases.near) { const now = s.near(c.query, c.names); if (now !== c.class) wrong.push(`${c.query} in ${c.names}: near ${now}, not ${c.class}`); }
              for (const c of cases.simplified) { const now = await s.simple(c.text); if (now !== c.is) wrong.push(`${c.text}: ${now}, not ${c.is}`); }
              return cases.sound.length && cases.near.length && cases.simplified.length && cases.normalise.length && cases.score.length ? wrong : ['no cases'];
            }
            """, cases);
        Assert.Empty(wrong);
    }
}
