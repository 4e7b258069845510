using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;
using Microsoft.Bot.Builder.Dialogs;

namespace LibraryBot.Dialogs.Shelves;

/// <summary>
/// Answers about lists in one turn. Where it shows titles, the conversation about what to read goes on with them, so that "hold the second one" is about them; else what was
/// talked about stays.
/// </summary>
internal sealed class ShelvesDialog(MyListAnswers mine, LibraryListAnswers library, ReadAlikeAnswers alikes) : Dialog(nameof(Shelves)), IMayOwn
{
    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        var request = (CapabilityRequest)options!;
        var reply = request.Tap is { } tap ? await TapAsync(dc, tap, cancellationToken) : await AnswerAsync(dc, request, cancellationToken);
        if (reply.Titles.Count > 0 && !(reply.IsPrivate && dc.Context.IsGroup()))
        {
            await dc.CancelAllDialogsAsync(cancellationToken);
            return await dc.BeginDialogAsync(nameof(Recommendations), Answer.Showing(reply.Message, new Wish(), reply.Titles, []), cancellationToken);
        }

        await dc.Context.SendReplyAsync(reply.Message, reply.IsPrivate, reply.InPlace, cancellationToken);
        return await dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public bool Owns(CapabilityRequest request) => ShelfTopics.Plainly(request.Text) is not null;

    private async Task<ShelfReply> AnswerAsync(DialogContext dc, CapabilityRequest request, CancellationToken cancellationToken)
    {
        var asked = ShelfTopics.Plainly(request.Text)
            ?? new ShelfRequest(Enum.TryParse<ShelfTopic>(request.Intent, out var topic) ? topic : ShelfTopic.Lists, List: request.Intent is nameof(ShelfTopic.Show) ? Phrases.Plain(request.Text) : string.Empty);
        var (speaker, reader, shown) = (dc.Context.Speaker(), Reader.Of(dc.Context), PointedTitles.ShownIn(dc));
        switch (asked.Topic)
        {
            case ShelfTopic.Open:
                return await mine.OpenAsync(asked.List, 0, reader, cancellationToken);
            case ShelfTopic.Lists:
                return await library.AllAsync(speaker.Role, cancellationToken);
            case ShelfTopic.Show:
                return await library.ShowAsync(asked.List, speaker, reader, cancellationToken);
            case ShelfTopic.ReadAlikes:
                return await alikes.AnswerAsync(asked.Title, request.Language, shown, reader, cancellationToken);
            case ShelfTopic.Make or ShelfTopic.Rename or ShelfTopic.Publish or ShelfTopic.Unpublish:
            case ShelfTopic.Delete when !ShelfTopics.IsOwn(asked.List):
            case ShelfTopic.Add or ShelfTopic.Remove when !ShelfTopics.IsOwn(asked.List):
                return await library.ChangeAsync(asked, speaker, request.Language, shown, cancellationToken);
            case var _ when speaker.PersonId is null:
                return mine.Stranger();
            case ShelfTopic.Add:
                return await mine.AddAsync(speaker.PersonId.Value, asked.Title, request.Language, shown, reader, cancellationToken);
            case ShelfTopic.Remove:
                return await mine.RemoveAsync(speaker.PersonId.Value, asked.Title, request.Language, shown, cancellationToken);
            case ShelfTopic.Delete:
                return await mine.ClearAsync(speaker.PersonId.Value, cancellationToken);
            case ShelfTopic.Share:
                return await mine.ShareAsync(speaker.PersonId.Value, cancellationToken);
            case ShelfTopic.StopSharing:
                return await mine.StopSharingAsync(speaker.PersonId.Value, cancellationToken);
            default:
                return await mine.ShowAsync(speaker.PersonId.Value, 0, cancellationToken);
        }
    }

    private async Task<ShelfReply> TapAsync(DialogContext dc, CardTap tap, CancellationToken cancellationToken)
    {
        var (speaker, reader) = (dc.Context.Speaker(), Reader.Of(dc.Context));
        var from = tap.Id(ShelfButtons.From) ?? 0;
        var reply = tap.Verb switch
        {
            ShelfButtons.Show when tap.Text(ShelfButtons.Code, 40) is { } code => await mine.OpenAsync(code, from, reader, cancellationToken),
            ShelfButtons.Show when tap.Id(ShelfButtons.ListId) is { } list => await library.ShowAsync(list, from, speaker, reader, cancellationToken),
            ShelfButtons.Delete when tap.Id(ShelfButtons.ListId) is { } list => await library.DeleteAsync(list, speaker, cancellationToken),
            _ when speaker.PersonId is null => mine.Stranger(),
            ShelfButtons.Show => await mine.ShowAsync(speaker.PersonId.Value, from, cancellationToken),
            ShelfButtons.Add when tap.Id(ShelfButtons.TitleId) is { } title => await mine.AddAsync(speaker.PersonId.Value, title, reader, cancellationToken),
            ShelfButtons.Remove when tap.Id(ShelfButtons.TitleId) is { } title => await mine.RemoveAsync(speaker.PersonId.Value, title, cancellationToken),
            ShelfButtons.Share => await mine.ShareAsync(speaker.PersonId.Value, cancellationToken),
            ShelfButtons.StopSharing => await mine.StopSharingAsync(speaker.PersonId.Value, cancellationToken),
            _ => null,
        };
        return reply ?? new ShelfReply(GeneralAnswers.StaleButton());
    }
}
