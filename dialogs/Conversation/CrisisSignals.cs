using System.Text.RegularExpressions;

namespace LibraryBot.Dialogs.Conversation;

/// <summary>
/// Hears, before anything else does, that somebody may be in danger: wanting to die, hurting themselves, being hurt or abused. It would
/// rather answer once too often with care than once with a book list; what plainly is a search for a book or a lesson
/// ("Suicide Squad", "suicide prevention month") is left to the search. Written for children's spelling in English and Spanish.
/// </summary>
internal static partial class CrisisSignals
{
    /// <summary>Whether a message sounds as if somebody is in danger.</summary>
    public static bool IsIn(string text)
    {
        var plain = Phrases.Plain(text);
        return OfDying().IsMatch(plain) || OfHurtingOneself().IsMatch(plain) || OfBeingHurt().IsMatch(plain)
            || OfDyingInSpanish().IsMatch(plain) || OfHurtingOneselfInSpanish().IsMatch(plain) || OfBeingHurtInSpanish().IsMatch(plain)
            || Suicide().IsMatch(plain) && !AsATopic().IsMatch(plain);
    }

    [GeneratedRegex(
        @"\bkill(ing|ed)? (my ?self|me ?self)\b|\bkms\b|\b(end|ending|take|taking) my (own )?life\b|\bend it all\b"
        + @"|\b(i|we) (really |just |only |kinda |kind of |sometimes )*(wanna|want to|want too|wana|wish i could|wish to|would rather|need to) (just )?(die|be dead|disappear forever|not exist|not be alive|stop living)\b"
        + @"|\bi (really |just )*wish i (was|were) (dead|never born)\b|\bwish i (was|were) never born\b|\bbetter off (dead|without me)\b"
        + @"|\bi (really |just )*(dont|do not|dnt) (really )?(wanna|want to|want too|wana) (live|be alive|be here|exist|wake up)( any ?more)?( *$|\b)"
        + @"|\b(no|any) reason (for me )?to (live|keep living|go on)\b|\bi (cant|can not|cannot) (go on|live) (like this )?any ?more\b|\bi (cant|cannot) (go on|live like this)\b"
        + @"|\bi (hate|am done with|m done with) (my life|living|being alive)\b|\bim done with (life|living)\b|\bi am going to die by my own\b|\bunalive (my ?self|me)\b")]
    private static partial Regex OfDying();

    [GeneratedRegex(
        @"\b(hurt|hurting|cut|cutting|harm|harming|burn|burning|starve|starving|choke|choking|punish|punishing|hang|hanging|shoot|shooting|poison) (my ?self|me ?self)\b"
        + @"|\b(i|im|i am|i keep|ive been) (cut|cutting) (my (wrist|wrists|arm|arms|leg|legs)|on purpose)\b|\bself ?harm(ing)?\b"
        + @"|\b(took|take|taking|swallow|swallowed) (too many|all (of )?(the|my|these)) pills\b")]
    private static partial Regex OfHurtingOneself();

    [GeneratedRegex(
        @"\b((my|a|the) ?(step ?)?(mom|moms|mother|dad|dads|father|parents|parent|uncle|aunt|brother|sister|cousin|grandpa|grandfather|grandma|grandmother|stepdad|stepmom|stepfather|stepmother|boyfriend|girlfriend|teacher|coach|neighbor|babysitter|moms boyfriend|boyfriend of my mom|family|guardian|foster (mom|dad|parents))|he|she|they|someone|somebody|a man|an adult|a grown ?up) "
        + @"((always|sometimes|often|keeps?|still|really|just|is|are|was|has been|have been|started|did|will|tried to|said he would|threatens to|threatened to|wants to) )*"
        + @"(hit|hits|hitting|beat|beats|beating|hurt|hurts|hurting|punch(es|ed)?|kick(s|ed)?|choke[sd]?|slap(s|ped)?|abuse[sd]?|abusing|molest(s|ed|ing)?|rape[sd]?|raping|threaten(s|ed)?|kill) (on )?me\b"
        + @"|\b(touch|touches|touched|touching) (me|my (private|privates|private parts|body))\b|\b(touch|touches|touched|touching) me (there|down there|in places)\b"
        + @"|\b(i am|im|i m|i was|ive been|i have been|i got|i get|am i|was i|i am getting|im getting) (being )?(abused|molested|raped|beaten( up)?|hit at home|hurt at home|sexually)\b"
        + @"|\b(scared|afraid) (to go|of going) home\b|\b(not|dont feel|do not feel|unsafe) safe at home\b|\bunsafe at home\b|\bmakes me touch\b"
        + @"|\b(they|he|she|kids|someone|people) (is|are)? ?(bullying|bully|bullies) me\b|\b(im|i am|i m) (being|getting) bullied\b|\bi get bullied\b")]
    private static partial Regex OfBeingHurt();

    [GeneratedRegex(
        @"\b(me quiero|quiero|quisiera|me gustaria|preferiria|ojala me|deseo|tengo ganas de|ganas de) (morir(me)?|matar(me)|estar muert[oa]|desaparecer para siempre|no existir|no vivir|muriera)\b|\bme quiero (morir|matar)\b|\bojala (me muriera|estuviera muert[oa])\b"
        + @"|\bno quiero (seguir |mas )?(vivir|viviendo|existir|estar vivo|estar viva|despertar)\b|\bya no quiero (vivir|estar aqui|existir|seguir)\b|\bno quiero vivir mas\b"
        + @"|\b(quitarme|acabar con|terminar con) (la|mi) vida\b|\bmatarme\b|\bme (voy a|quiero|deseo) matar\b|\bsuicidarme\b|\bme (voy a|quiero) suicidar\b"
        + @"|\bodio mi vida\b|\bmejor (si estuviera )?muert[oa]\b|\bestarian mejor sin mi\b|\bno tengo (razon|motivo)s? para vivir\b")]
    private static partial Regex OfDyingInSpanish();

    [GeneratedRegex(
        @"\b(hacerme|me hago|me hice|me quiero hacer|quiero hacerme|me estoy haciendo|haciendome) (dano|cortes|cortadas)\b|\b(lastimarme|autolesion\w*|herirme|cortarme|ahorcarme)\b|\bme (lastimo|hiero) (a mi|sola|solo|a proposito)\b"
        + @"|\bme corto (los|las|el|la|mis|a|cuando)\b|\bme tome (muchas|todas las|demasiadas) pastillas\b")]
    private static partial Regex OfHurtingOneselfInSpanish();

    [GeneratedRegex(
        @"\bme (pega|pegan|pego|pegaron|golpea|golpean|golpeo|golpearon|maltrata|maltratan|maltrato|abusa|abusan|abuso|abusaron|viola|violan|violo|violaron|toca|tocan|toco|tocaron|hace dano|hacen dano|amenaza|amenazan|amenazo|acosa|acosan|hace bullying|hacen bullying|quema|ahorca)"
        + @"( mucho| siempre| a veces| en casa)?( (mi|mis|el|la|un|una|de|su|los|las) .*| *$| (alguien|cuando|donde|y|con|porque|sexualmente|ahi|abajo|partes).*)"
        + @"|\b(mi|mis|un|una|el|la) (papa|padre|mama|madre|tio|tia|hermano|hermana|primo|prima|abuelo|abuela|padrastro|madrastra|novio|novia|maestro|maestra|entrenador|vecino|papas|padres|familia)( \w+)? me (pega|pegan|golpea|golpean|maltrata|maltratan|abusa|toca|tocan|viola|hace dano|hacen dano|lastima|lastiman|amenaza|hizo dano|pego|toco|golpeo)\b"
        + @"|\b(abusan|abusaron|abuso|abusa) de mi\b|\b(tengo )?miedo (de|a) (ir|volver|regresar|estar) (a|en) (mi )?casa\b|\bno estoy a salvo\b|\bno me siento segur[oa] en (mi )?casa\b"
        + @"|\bsufro (abuso|maltrato|bullying|acoso)\b")]
    private static partial Regex OfBeingHurtInSpanish();

    [GeneratedRegex(@"\b(suicid\w*|suisid\w*|suiside|sucide|sewerslide)\b")]
    private static partial Regex Suicide();

    [GeneratedRegex(
        @"\b(squad|escuadron|prevention|prevencion|awareness|bomber|bombing|mission|romeo|shakespeare|virgins|vampire|history of|historia de|lesson|unit|curriculum|for teachers|statistics|estadisticas)\b")]
    private static partial Regex AsATopic();
}
