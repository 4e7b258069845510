using System.CommandLine;
using LibraryBot.Bench.Host;

var root = new RootCommand("Measures LibraryBot. The figures and the commands that made them are in docs/benchmarks.md.")
{
    StartBench.Create(),
    TurnsBench.Create(),
};
return await root.Parse(args).InvokeAsync();
