namespace LibraryBot.State;

/// <summary>State was written by somebody else since it was read.</summary>
internal sealed class StateConflictException() : Exception("Etag conflict: the state was written by somebody else since it was read.");
