using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <content>What the bot is to answer.</content>
public partial class TestFlow
{
    public TestFlow AssertReply(string expected, [CallerMemberName] string? description = null, uint timeout = DefaultTimeout)
        => AssertReply(new Activity(ActivityTypes.Message) { Text = expected }, description ?? expected, timeout);

    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string? description = null, uint timeout = DefaultTimeout)
        => AssertReply(expected, equalityComparer: null, description, timeout);

    /// <summary>The next reply equals <paramref name="expected"/>; without comparer: has its type and, spaces around apart, its text.</summary>
    public TestFlow AssertReply(IActivity expected, IEqualityComparer<IActivity>? equalityComparer, [CallerMemberName] string? description = null, uint timeout = DefaultTimeout)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(
            reply =>
            {
                if (expected.Type != reply.Type)
                {
                    throw new Exception($"{description}: Type should be '{expected.Type}' but was '{reply.Type}'");
                }

                if (equalityComparer is not null)
                {
                    if (!equalityComparer.Equals(expected, reply))
                    {
                        throw new Exception($"{description}: the reply does not equal what was expected");
                    }

                    return;
                }

                ExpectText(TextOf(expected)?.Trim(), TextOf(reply)?.Trim(), description);
            },
            description,
            timeout);
    }

    /// <summary>The next reply passes <paramref name="validateActivity"/>, which throws when it does not.</summary>
    /// <remarks>The test fails with a <see cref="TimeoutException"/> when no reply comes in time.</remarks>
    public TestFlow AssertReply(Action<IActivity> validateActivity, [CallerMemberName] string? description = null, uint timeout = DefaultTimeout)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async () =>
        {
            var reply = await NextAsync(timeout).ConfigureAwait(false)
                ?? throw new TimeoutException($"No reply within {timeout} ms: {description}");
            validateActivity(reply);
        });
    }

    public TestFlow AssertReplyContains(string expected, [CallerMemberName] string? description = null, uint timeout = DefaultTimeout)
        => AssertReply(
            reply =>
            {
                if (TextOf(reply)?.Contains(expected, StringComparison.Ordinal) != true)
                {
                    throw Unexpected($"something with '{expected}'", TextOf(reply), description);
                }
            },
            description,
            timeout);

    public TestFlow AssertReplyOneOf(string[] candidates, [CallerMemberName] string? description = null, uint timeout = DefaultTimeout)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                if (!candidates.Contains(TextOf(reply), StringComparer.Ordinal))
                {
                    throw Unexpected($"one of '{string.Join("', '", candidates)}'", TextOf(reply), description);
                }
            },
            description,
            timeout);
    }

    /// <summary>The bot says nothing for <paramref name="timeout"/> milliseconds.</summary>
    public TestFlow AssertNoReply([CallerMemberName] string? description = null, uint timeout = DefaultTimeout) => Then(async () =>
    {
        if (await NextAsync(timeout).ConfigureAwait(false) is { } reply)
        {
            throw Unexpected("no reply", TextOf(reply) ?? reply.Type, description);
        }
    });

    private static string? TextOf(IActivity activity) => (activity as Activity)?.Text;

    private static void ExpectText(string? expected, string? actual, string? description)
    {
        if (!string.Equals(expected ?? string.Empty, actual ?? string.Empty, StringComparison.Ordinal))
        {
            throw Unexpected($"'{expected}'", actual, description);
        }
    }

    private static Exception Unexpected(string expected, string? actual, string? description) =>
        new($"{description}:\nExpected: {expected}\nReceived: '{actual}'");

    private async Task<IActivity?> NextAsync(uint timeout)
    {
        using var cancellation = new CancellationTokenSource(Limit(timeout));
        try
        {
            return await _adapter.GetNextReplyAsync(cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
