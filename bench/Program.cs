using System.CommandLine;
using LibraryBot.Bench.Equipment;
using LibraryBot.Bench.Host;
using LibraryBot.Bench.Import;
using LibraryBot.Bench.Quality;
using LibraryBot.Bench.Outbox;
using LibraryBot.Bench.Runtime;
using LibraryBot.Bench.Search;

var root = new RootCommand("Measures LibraryBot. The figures and the commands that made them are in docs/benchmarks.md.")
{
    StartBench.Create(),
    TurnsBench.Create(),
    OutboxBench.Create(),
    ImportBench.Create(),
    SearchBench.Create(),
    BorrowingBench.Create(),
    QualityBench.Create(),
    RecommendBench.Create(),
    RuntimeBench.Create(),
    SmallBotHost.Create(),
    BookingsBench.Create(),
    BookingsBench.CreateProcess(),
    FreeBench.Create(),
};
return await root.Parse(args).InvokeAsync();
