using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace LibraryBot.Bench.Runtime;

/// <summary>
/// <c>runtime</c>: turns of a small bot on the runtime of <c>botframework/</c>, over HTTP in both directions. The bot is a process of its own and
/// measures itself; the load and the channel it answers to are in this one.
/// </summary>
internal static class RuntimeBench
{
    public static Command Create()
    {
        var bot = new Option<string>("--bot") { Description = "Which bot: echo, waterfall or card.", DefaultValueFactory = _ => "echo" };
        bot.AcceptOnlyFromAmong(SmallBots.Echo, SmallBots.Waterfall, SmallBots.Card);
        var turns = new Option<int>("--turns") { Description = "How many turns.", DefaultValueFactory = _ => 200_000 };
        var step = new Option<int>("--step") { Description = "Turns between two reports.", DefaultValueFactory = _ => 50_000 };
        var warmUp = new Option<int>("--warm-up") { Description = "Turns before measuring.", DefaultValueFactory = _ => 20_000 };
        var atOnce = new Option<int>("--at-once") { Description = "How many conversations at once.", DefaultValueFactory = _ => 16 };
        var conversations = new Option<int>("--conversations") { Description = "How many conversations in all; those at once take turns with the rest.", DefaultValueFactory = _ => 16 };
        var answer = new Option<FileInfo?>("--answer") { Description = "The card that the card bot answers with, as JSON." };
        var against = new Option<FileInfo?>("--against") { Description = "The LibraryBot.Bench.dll of another build; its turns are interleaved with this one's." };
        var command = new Command("runtime", "Turns of a small bot, and what they cost the runtime.") { bot, turns, step, warmUp, atOnce, conversations, answer, against };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Plan(parsed.GetValue(bot)!, parsed.GetValue(turns), parsed.GetValue(step), parsed.GetValue(warmUp), parsed.GetValue(atOnce), parsed.GetValue(conversations)),
            parsed.GetValue(answer),
            parsed.GetValue(against),
            cancellationToken));
        return command;
    }

    private static async Task RunAsync(Plan plan, FileInfo? answer, FileInfo? against, CancellationToken cancellationToken)
    {
        await using var channel = await LoopbackChannel.StartAsync(cancellationToken);
        await using var own = await SmallBotProcess.StartAsync("this", typeof(RuntimeBench).Assembly.Location, plan.Bot, answer);
        await using var other = against is null ? null : await SmallBotProcess.StartAsync("other", against.FullName, plan.Bot, answer);
        SmallBotProcess[] bots = other is null ? [own] : [own, other];
        foreach (var bot in bots)
        {
            await TalkAsync(bot, plan, 0, plan.WarmUp, channel.Address, cancellationToken);
        }

        Console.WriteLine("build    turns  processor ms/turn  allocated KB/turn  heap MiB  resident MiB  turns/s");
        for (var done = 0; done < plan.Turns; done += plan.Step)
        {
            foreach (var bot in bots)
            {
                var before = await bot.UsageAsync(cancellationToken);
                var sent = channel.Received;
                var watch = Stopwatch.StartNew();
                await TalkAsync(bot, plan, done, plan.Step, channel.Address, cancellationToken);
                var seconds = watch.Elapsed.TotalSeconds;
                var after = await bot.UsageAsync(cancellationToken);
                if (channel.Received - sent != plan.Step)
                {
                    throw new InvalidOperationException($"{channel.Received - sent} answers to {plan.Step} turns.");
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                    {bot.Name,-7} {done + plan.Step,7}  {(after.ProcessorMilliseconds - before.ProcessorMilliseconds) / plan.Step,17:F3}  {(after.AllocatedBytes - before.AllocatedBytes) / 1024.0 / plan.Step,17:F1}  {after.HeapBytes / 1_048_576.0,8:F1}  {after.ResidentBytes / 1_048_576.0,12:F0}  {plan.Step / seconds,7:F0}
                    """));
            }
        }
    }

    /// <summary>Each of those at once has its share of the conversations, and goes round in it.</summary>
    private static Task TalkAsync(SmallBotProcess bot, Plan plan, int from, int turns, Uri channel, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, plan.AtOnce).Select(async talker =>
        {
            for (var turn = talker; turn < turns; turn += plan.AtOnce)
            {
                var conversation = plan.Conversations <= plan.AtOnce ? talker : (from + turn) % plan.Conversations;
                await bot.SayAsync(conversation, channel, cancellationToken);
            }
        }));

    private sealed record Plan(string Bot, int Turns, int Step, int WarmUp, int AtOnce, int Conversations);
}
