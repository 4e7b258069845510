namespace LibraryBot.Tests.Support;

/// <summary>
/// For tests whose processes race against real clocks: they run one after the other when all others are done, so that nothing but themselves
/// takes the processor from them. Named in <c>[Collection(nameof(Alone))]</c>.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
