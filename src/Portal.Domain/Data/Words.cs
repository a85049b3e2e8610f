namespace Portal.Domain.Data;

/// <summary>A text of input/ with its front matter (Markdown), before it is rendered.</summary>
/// <param name="Path">Path inside the set's words, e.g. <c>methodology.md</c>; becomes the address <c>methodology/</c>.</param>
/// <param name="File">File as printed in problems.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">One sentence, may be empty.</param>
/// <param name="Order">Order in menus.</param>
/// <param name="InFooter">Whether the foot of each page links to it.</param>
/// <param name="Updated">Day of the last change of the words, null where not given.</param>
/// <param name="Markdown">Body.</param>
/// <param name="FirstLine">Line of the file at which the body begins, 1 for the first.</param>
public sealed record WordsPage(string Path, string File, string Title, string Description, int Order, bool InFooter, DateOnly? Updated, string Markdown, int FirstLine);
