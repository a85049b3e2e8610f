namespace Portal.Sources;

/// <summary>A file that was read and the encoding that was found in it.</summary>
/// <param name="File">Path as the user named it.</param>
/// <param name="Encoding">Encoding in words, e.g. <c>GB18030</c>.</param>
public sealed record InputFile(string File, string Encoding);
