namespace Portal.Output;

/// <summary>Why the output folder cannot be used, in words for the person at the keyboard (Chinese). Nothing was changed.</summary>
public sealed class OutputRefusedException(string message) : Exception(message);
