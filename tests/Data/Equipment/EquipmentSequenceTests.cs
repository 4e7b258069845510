using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Data.Equipment;

public sealed class EquipmentSequenceTests
{
    private const int Steps = 60;

    /// <summary>A handful of weeks; LIBRARYBOT_TEST_SEEDS says how many on SQLite, and a tenth as many run on PostgreSQL.</summary>
    public static TheoryData<DatabaseKind, int> Weeks()
    {
        var seeds = int.TryParse(Environment.GetEnvironmentVariable("LIBRARYBOT_TEST_SEEDS"), out var said) ? said : 20;
        var weeks = new TheoryData<DatabaseKind, int>();
        foreach (var seed in Enumerable.Range(1, seeds))
        {
            weeks.Add(DatabaseKind.Sqlite, seed);
            if (seed % 10 == 1)
            {
                weeks.Add(DatabaseKind.Postgres, seed);
            }
        }

        return weeks;
    }

    [SkippableTheory, MemberData(nameof(Weeks))]
    public Task WhateverIsDoneWhatIsFreeIsWhatCountingMinutesSays(DatabaseKind kind, int seed) => EquipmentSequence.RunAsync(kind, seed, Steps);
}
