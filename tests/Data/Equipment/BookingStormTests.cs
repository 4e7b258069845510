using System.Collections.Concurrent;
using LibraryBot.Bench.Equipment;
using LibraryBot.Tests.Support;

namespace LibraryBot.Tests.Data.Equipment;

/// <summary>The storm of <c>bench bookings</c>, smaller: 32 want what there is too little of, and a process is killed while they book.</summary>
public sealed class BookingStormTests
{
    private const int Workers = 32;

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OfThirtyTwoAtOnceNobodyGetsWhatAnotherHas(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var services = StormSchool.Open(database.Settings);
        await StormSchool.FillAsync(database.Factory, default);
        var answers = new ConcurrentDictionary<int, int>();

        // Each comes twice, as from a button that was pressed twice.
        await BookingStorm.RunAsync(services, Enumerable.Range(0, 500).SelectMany(attempt => new[] { attempt, attempt }), Workers, AnswerAsync, default);

        await HoldsAsync(database, answers, 500);

        Task AnswerAsync(int attempt, int booking)
        {
            Assert.Equal(booking, answers.GetOrAdd(attempt, booking));
            return Task.CompletedTask;
        }
    }

    [SkippableTheory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatWasConfirmedBeforeTheProcessWasKilledIsThere(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await StormSchool.FillAsync(database.Factory, default);

        var (answers, _) = await BookingStorm.RunAndKillAsync(() => BotProcess.Start([], database.Settings, typeof(StormProcess).Assembly.Location), 500, [120, 300], default);

        await HoldsAsync(database, answers, 500);
    }

    private static async Task HoldsAsync(TestDatabase database, IReadOnlyDictionary<int, int> answers, int attempts)
    {
        Assert.Equal(attempts, answers.Count);
        var booked = answers.Values.Count(booking => booking != 0);
        // Scarce, but not all of it gone.
        Assert.InRange(booked, attempts / 4, attempts - 1);
        Assert.Equal(new StormCheck(booked, 0, 0, 0), await StormCheck.RunAsync(database.Factory, answers, default));
    }
}

/// <summary>The test's program, which is the process that is killed.</summary>
internal static class StormProcess
{
    public static Task Main() => BookingStorm.ServeAsync(workers: 32, CancellationToken.None);
}
