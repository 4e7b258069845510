using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Conversation;
using Microsoft.Bot.Builder;

namespace LibraryBot.Dialogs.Recommendations;

/// <summary>Keeps a title for the speaker.</summary>
internal sealed class HoldAnswers(GeneralAnswers general)
{
    /// <summary>Answers the wish to keep a title.</summary>
    public Task<Answer> AnswerAsync(Title _, ITurnContext turn, CancellationToken cancellationToken) =>
        Task.FromResult(new Answer(GeneralAnswers.Text(Words.Of(RecommendationStrings.HoldVisitor, general.Contact))));
}
