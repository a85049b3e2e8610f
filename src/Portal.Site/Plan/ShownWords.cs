namespace Portal.Site.Plan;

/// <summary>
/// Words that a file shows, or is searched by. A file whose words are all as they were is as it was, whatever they were worked out from; and
/// words need not be worked out again where nothing of what they are made of has changed.
/// </summary>
/// <param name="Name">Tells them from all other words of the site.</param>
/// <param name="Basis">What they are made of.</param>
/// <param name="Words">Works them out.</param>
public sealed record ShownWords(string Name, Basis Basis, Func<IEnumerable<string>> Words);
