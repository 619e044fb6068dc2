// The draft of sentence_field.js, once the decision is kept.
export default () => sessionStorage.removeItem('naskah-keputusan')
