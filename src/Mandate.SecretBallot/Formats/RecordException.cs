namespace Mandate.SecretBallot.Formats;

/// <summary>A record that is not what it must be: which one, where in it, what stands there and what would be right.</summary>
public sealed class RecordException(string message) : Exception(message);
