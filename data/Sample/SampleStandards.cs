using LibraryBot.Data.Kits;

namespace LibraryBot.Data.Sample;

/// <summary>A few learning standards: real codes, each in words of our own, for the publishers' texts are theirs.</summary>
internal static class SampleStandards
{
    /// <summary>Reads them anew.</summary>
    public static async Task<IReadOnlyList<Standard>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var stream = SampleFiles.Open("standards.csv");
        var (standards, _, problems) = await StandardFile.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        return problems.Count == 0 ? standards : throw new InvalidDataException($"Sample/standards.csv: {string.Join("; ", problems)}");
    }
}
