namespace LibraryBot.Background;

/// <summary>The section <c>Outbox</c>: how messages that must arrive later are sent.</summary>
internal sealed class OutboxSettings
{
    /// <summary>How often is looked for what other processes wrote. What this process writes goes at once. From 1 second to 1 minute; 5 seconds by default.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many messages are on their way at once, waiting for their moment included. From 1 to 500; 64 by default.</summary>
    public int Parallel { get; set; } = 64;

    /// <summary>How long a channel's answer is waited for. At least 1 second; 20 seconds by default.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>After how long what a dead process was at is taken over. Longer than <see cref="SendTimeout"/>; 30 seconds by default.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a message is handed to a channel before it is given up. From 1 to 100; 16 by default, which is more than three hours.</summary>
    public int MostAttempts { get; set; } = 16;

    /// <summary>How often putting a message into words is tried before it is given up. From 1 to 100; 3 by default.</summary>
    public int MostRenderings { get; set; } = 3;

    /// <summary>The wait after the first attempt; each further one is twice as long. At least 100 milliseconds; 2 seconds by default.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait, but for what a channel asks. At least <see cref="FirstWait"/>; 30 minutes by default.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How often is looked whether somebody can be reached by now. At least 1 minute; 15 minutes by default.</summary>
    public TimeSpan LookForAddressEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>For how long after it was due a message without expiry waits for its recipient to be reachable; 7 days by default.</summary>
    public TimeSpan LookForAddressFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long sent and cancelled messages are kept. At least 1 day; 30 days by default.</summary>
    public TimeSpan KeepSent { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long failed and unknown messages are kept. At least 1 day; 180 days by default.</summary>
    public TimeSpan KeepFailed { get; set; } = TimeSpan.FromDays(180);

    /// <summary>How long the state of a conversation in which nothing was said is kept. At least 1 day; 90 days by default.</summary>
    public TimeSpan KeepConversations { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What the channels allow, by channel id, in any process together.</summary>
    public Dictionary<string, ChannelRate> Rates { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        // Microsoft Learn, "Optimize your bot with rate limiting in Teams": 50 requests a second per app and tenant, 1 a second per conversation.
        ["msteams"] = new ChannelRate { PerSecond = 50, PerConversation = 1 },
        // Slack, "Rate limits": chat.postMessage one a second per channel, and several hundred a minute per workspace.
        ["slack"] = new ChannelRate { PerSecond = 5, PerConversation = 1 },
        // The page is fed from this process's own memory.
        [ChannelNames.WebChat] = new ChannelRate { PerSecond = 1000, PerConversation = 10 },
    };

    /// <summary>What is sent to channels that publish no limit.</summary>
    public ChannelRate OtherRates { get; set; } = new() { PerSecond = 10, PerConversation = 1 };

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="InvalidOperationException">What is wrong with it.</exception>
    public static OutboxSettings Read(IConfiguration configuration)
    {
        var settings = new OutboxSettings();
        configuration.GetSection("Outbox").Bind(settings);
        var second = TimeSpan.FromSeconds(1);
        Need(settings.PollEvery >= second && settings.PollEvery <= TimeSpan.FromMinutes(1), "PollEvery is from 00:00:01 to 00:01:00.");
        Need(settings.Parallel is >= 1 and <= 500, "Parallel is from 1 to 500.");
        Need(settings.SendTimeout >= second && settings.Lease > settings.SendTimeout, "SendTimeout is at least 00:00:01, and Lease is longer.");
        Need(settings.MostAttempts is >= 1 and <= 100 && settings.MostRenderings is >= 1 and <= 100, "MostAttempts and MostRenderings are from 1 to 100.");
        Need(settings.FirstWait >= TimeSpan.FromMilliseconds(100) && settings.LongestWait >= settings.FirstWait, "FirstWait is at least 00:00:00.1, and LongestWait no shorter.");
        Need(settings.LookForAddressEvery >= TimeSpan.FromMinutes(1) && settings.LookForAddressFor >= TimeSpan.Zero, "LookForAddressEvery is at least 00:01:00, and LookForAddressFor not negative.");
        var day = TimeSpan.FromDays(1);
        Need(settings.KeepSent >= day && settings.KeepFailed >= day && settings.KeepConversations >= day, "KeepSent, KeepFailed and KeepConversations are at least 1.00:00:00.");
        Need(settings.Rates.Values.Append(settings.OtherRates).All(rate => rate is { PerSecond: > 0 and <= 10_000, PerConversation: > 0 and <= 10_000 }), "Rates are above 0 and at most 10000 a second.");
        return settings;
    }

    private static void Need(bool condition, string rule)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Outbox: {rule}");
        }
    }
}

/// <summary>How fast a channel lets the bot send.</summary>
internal sealed class ChannelRate
{
    /// <summary>Messages a second, all conversations together.</summary>
    public double PerSecond { get; set; }

    /// <summary>Messages a second in one conversation.</summary>
    public double PerConversation { get; set; }
}
